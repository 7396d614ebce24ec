import type { TagRecord } from '../records'
import {
  type AskedWrite,
  change,
  costOf,
  type Fields,
  lacking,
  newId,
  pay,
  refusalOf,
  remove,
  textIn,
  textsIn,
  unaffordable,
  type Write,
  type Written,
} from './written'

/** Something new in a list, refused where the body lacks something or names what is to fail. */
const made = (
  asked: AskedWrite,
  needed: readonly string[],
  make: (sent: Fields) => Omit<Written, 'rows'> & { readonly id: string },
): ReturnType<Write> => {
  const wrong = lacking(asked, ...needed)
  if (wrong) return wrong
  const refused = refusalOf(asked, ...Object.values(asked.sent))
  if (refused !== null) return asked.refuse(400, refused)
  const { id, ...written } = make(asked.sent)
  return { ...written, rows: [{ ...asked.sent, id }] }
}

const createWorkspace: Write = (asked) =>
  made(asked, ['name'], (sent) => {
    const { workspaces } = asked.holdings
    const workspace = {
      id: newId('cm8u0k4xw0003l508initech0', workspaces),
      name: textIn(sent, 'name') ?? '',
    }
    return { id: workspace.id, data: workspace, apply: () => workspaces.push(workspace) }
  })

const updateWorkspace: Write = (asked) => {
  const { workspaces } = asked.holdings
  const id = asked.id ?? ''
  if (!workspaces.some((workspace) => workspace.id === id)) return asked.refuse(404, 'Workspace not found')
  return made(asked, ['name'], (sent) => {
    const name = textIn(sent, 'name') ?? ''
    return { id, data: { id, name }, apply: () => change(workspaces, id, { name }) }
  })
}

const createTag: Write = (asked) =>
  made(asked, ['name', 'color'], (sent) => {
    const { tags } = asked.holdings
    const tag = {
      id: newId('cm8u0k4xw0017l508cold0000', tags),
      name: textIn(sent, 'name') ?? '',
      color: textIn(sent, 'color') ?? '',
    }
    return { id: tag.id, data: tag, apply: () => tags.push(tag) }
  })

/** The tag itself, and where rows carry it. */
const retag = ({ holdings }: AskedWrite, id: string, tag: TagRecord | null): void => {
  const swap = (tags: readonly TagRecord[]): readonly TagRecord[] =>
    tags.flatMap((one) => (one.id === id ? (tag ?? []) : one))
  const has = ({ tags }: { readonly tags: readonly TagRecord[] }): boolean =>
    tags.some((one) => one.id === id)
  for (const { id: row, tags } of holdings.mailboxes.filter(has))
    change(holdings.mailboxes, row, { tags: swap(tags) })
  for (const { id: row, tags } of holdings.domains.filter(has))
    change(holdings.domains, row, { tags: swap(tags) })
  if (tag === null) remove(holdings.tags, [id])
  else change(holdings.tags, id, tag)
}

const updateTag: Write = (asked) => {
  const id = asked.id ?? ''
  if (!asked.holdings.tags.some((tag) => tag.id === id)) return asked.refuse(404, 'Tag not found')
  return made(asked, ['name', 'color'], (sent) => {
    const tag = { id, name: textIn(sent, 'name') ?? '', color: textIn(sent, 'color') ?? '' }
    return { id, data: tag, apply: () => retag(asked, id, tag) }
  })
}

const deleteTag: Write = (asked) => {
  const found = asked.holdings.tags.find(({ id }) => id === asked.id)
  if (found === undefined) return asked.refuse(404, 'Tag not found')
  const refused = refusalOf(asked, found.id, found.name)
  if (refused !== null) return asked.refuse(400, refused)
  return { rows: [{ ...found }], apply: () => retag(asked, found.id, null) }
}

/** Exports write a line of history for each platform. */
const exported = (asked: AskedWrite, apps: readonly string[], status: string) => {
  const { holdings, now } = asked
  return () => {
    for (const app of apps) {
      const id = newId('cm8u0k4xw0023l508export00', holdings.exports)
      const mailboxCount = textsIn(asked.sent, 'ids').length || holdings.mailboxes.length
      holdings.exports.unshift({ id, app, status, mailboxCount, createdAt: new Date(now).toISOString() })
    }
  }
}

/** One row a mailbox; as at the sibling, no mailbox means every one. */
const exportRows = ({ sent, holdings }: AskedWrite): Fields[] => {
  const ids = textsIn(sent, 'ids')
  const named = ids.length > 0 ? ids : holdings.mailboxes.map(({ id }) => id)
  return named.map((id) => ({ ...sent, ids: null, id }))
}

const exportMailboxes: Write = (asked) => {
  const wrong = lacking(asked, 'apps', 'ids')
  if (wrong) return wrong
  const refused = refusalOf(asked, ...textsIn(asked.sent, 'ids'), asked.sent.contains)
  if (refused !== null) return asked.refuse(400, refused)
  return {
    rows: exportRows(asked),
    apply: exported(asked, textsIn(asked.sent, 'apps'), 'IN_PROGRESS'),
  }
}

const connectInboxes: Write = (asked) => {
  const wrong = lacking(asked, 'ids', 'app')
  if (wrong) return wrong
  const refused = refusalOf(asked, ...textsIn(asked.sent, 'ids'))
  if (refused !== null) return asked.refuse(400, refused)
  return {
    rows: exportRows(asked),
    apply: exported(asked, [textIn(asked.sent, 'app') ?? ''], 'IN_PROGRESS'),
  }
}

const addAccount: Write = (asked) =>
  made(asked, ['app', 'email', 'password'], (sent) => {
    const { thirdParty } = asked.holdings
    const [app, email] = [textIn(sent, 'app') ?? '', textIn(sent, 'email') ?? '']
    const password = textIn(sent, 'password') ?? ''
    const known = thirdParty.find((one) => one.app === app && one.email === email)
    const id = known?.id ?? newId('cm8u0k4xw0010l508thirdpar', thirdParty)
    const account = { id, app, email, password }
    return {
      ...{ id, data: account },
      apply: () => {
        remove(thirdParty, [id])
        thirdParty.push(account)
      },
    }
  })

const updateAccount: Write = (asked) => {
  const { thirdParty } = asked.holdings
  const { accountId, app } = asked.sent
  const found = thirdParty.find((one) => (accountId === undefined ? one.app === app : one.id === accountId))
  if (found === undefined) return asked.refuse(404, 'Third party account not found')
  return made(asked, ['app', 'email', 'password'], (sent) => {
    const { id } = found
    const facts = { app: textIn(sent, 'app') ?? '', email: textIn(sent, 'email') ?? '' }
    const password = textIn(sent, 'password') ?? ''
    return { id, data: { id, ...facts }, apply: () => change(thirdParty, id, { ...facts, password }) }
  })
}

const createHistory: Write = (asked) =>
  made(asked, ['app', 'mailboxIds', 'status'], (sent) => {
    const { exports } = asked.holdings
    const id = newId('cm8u0k4xw0012l508export00', exports)
    const facts = { id, app: textIn(sent, 'app') ?? '', status: textIn(sent, 'status') ?? '' }
    const mailboxCount = textsIn(sent, 'mailboxIds').length
    const createdAt = new Date(asked.now).toISOString()
    return { id, data: facts, apply: () => exports.unshift({ ...facts, mailboxCount, createdAt }) }
  })

const createPlacement: Write = (asked) => {
  const cost = costOf(asked)
  const poor = unaffordable(asked, cost)
  if (poor) return poor
  return made(asked, ['name', 'mailboxIds'], (sent) => {
    const { placements } = asked.holdings
    const id = newId('cm8u0k4xw0019l508place000', placements)
    const test = { id, name: textIn(sent, 'name') ?? '', status: 'PENDING' }
    const createdAt = new Date(asked.now).toISOString()
    return {
      ...{ id, data: test },
      apply: () => {
        placements.unshift({ ...test, inbox: null, spam: null, createdAt })
        pay(asked, cost)
      },
    }
  })
}

const registerWebhook: Write = (asked) =>
  made(asked, ['url', 'events'], (sent) => {
    const { webhooks } = asked.holdings
    const id = newId('cm8u0k4xw0021l508webhook0', webhooks)
    const signingSecret = webhooks[0]?.signingSecret ?? ''
    const hook = { id, url: textIn(sent, 'url') ?? '', events: textsIn(sent, 'events'), signingSecret }
    const createdAt = new Date(asked.now).toISOString()
    return { id, data: hook, apply: () => webhooks.push({ ...hook, createdAt }) }
  })

const deleteWebhook: Write = (asked) => {
  const found = asked.holdings.webhooks.find(({ id }) => id === asked.id)
  if (found === undefined) return asked.refuse(404, 'Webhook not found')
  const refused = refusalOf(asked, found.id, found.url)
  if (refused !== null) return asked.refuse(400, refused)
  return { rows: [{ ...found }], apply: () => remove(asked.holdings.webhooks, [found.id]) }
}

/** Documented: credentials are checked and saved, or, where they are, one of their zones is connected. */
const saveCloudflare: Write = (asked) => {
  const { sent, holdings, refuse } = asked
  const { cloudflare } = holdings
  const name = textIn(sent, 'domainName')
  const refused = refusalOf(asked, ...Object.values(sent))
  if (refused !== null) return refuse(400, refused)
  const [email, apiKey, accountId] = ['email', 'apiKey', 'accountId'].map((field) => textIn(sent, field))
  const credentials = email && apiKey && accountId ? { email, apiKey, accountId } : null
  if (credentials === null && (name === null || cloudflare.credentials === null))
    return refuse(400, 'email, apiKey and accountId are required')
  if (credentials === null && !cloudflare.domains.some((zone) => zone.name === name))
    return refuse(404, 'Zone not found')
  const domains = cloudflare.domains.map((zone) =>
    zone.name === name ? { ...zone, isConnected: true } : zone,
  )
  const after = { credentials: credentials ?? cloudflare.credentials, domains }
  return {
    rows: [{ ...sent }],
    data: { hasCredentials: true, ...after, totalDomains: domains.length },
    apply: () => {
      holdings.cloudflare = after
    },
  }
}

/** What is written about everything else. */
export const otherWrites: Readonly<Record<string, Write>> = {
  'workspaces.create': createWorkspace,
  'workspaces.update': updateWorkspace,
  'tags.create': createTag,
  'tags.update': updateTag,
  'tags.delete': deleteTag,
  'exports.mailboxes': exportMailboxes,
  'exports.connectInboxes': connectInboxes,
  'exports.addAccount': addAccount,
  'exports.updateAccount': updateAccount,
  'exportHistory.create': createHistory,
  'placement.create': createPlacement,
  'webhooks.register': registerWebhook,
  'webhooks.delete': deleteWebhook,
  'cloudflare.save': saveCloudflare,
}
