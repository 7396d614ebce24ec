import * as z from 'zod'
import {
  amount,
  ids,
  POOR,
  read,
  refuse,
  type SampleApp,
  type SampleAsked,
  sampleName,
  tell,
  text,
} from './sampleAsked'
import { addDomainWrites } from './sampleDomainWrites'
import type { SampleWorkspace } from './sampleLayout'
import { addOtherWrites } from './sampleOtherWrites'
import type { SampleDomain, SampleMailbox, Tag } from './sampleRows'
import type { SampleState } from './sampleState'

/** What things cost, in dollars: a mailbox a month, a domain a year. */
const MAILBOX_PRICE = 3.5
const PLACEMENT_PRICE = 2
const UPGRADE_PRICE = 12
const DOMAIN_PRICE = 9

const person = z.object({ firstName: text, lastName: text, username: text })
const TAKEN = 'Username is taken on this domain'

const placesOf = (count: number): number[] => Array.from({ length: count }, (_, n) => n)

const isTaken = (
  state: SampleState,
  workspace: SampleWorkspace,
  domain: SampleDomain,
  username: string,
): boolean => {
  const rows = state.mailboxesIn(workspace)
  return placesOf(rows.count).some((n) => {
    const row = rows.at(n)
    return row.domainId === domain.id && row.username === username.toLowerCase()
  })
}

function addMailboxWrites(app: SampleApp, state: SampleState): void {
  const make = (workspace: SampleWorkspace, domain: SampleDomain, sent: z.output<typeof person>) =>
    state.addMailbox(workspace, domain, {
      ...sent,
      ...{ username: sent.username.toLowerCase(), id: state.newId('m') },
    })

  app.post('/mailboxes', async (c) => {
    const body = await read(c, person.extend({ domainId: text }))
    if ('refusal' in body) return body.refusal
    const workspace = c.get('workspace')
    const domain = state.findDomain(workspace, body.sent.domainId)
    if (domain === null) return refuse(c, 404, 'Domain not found')
    if (isTaken(state, workspace, domain, body.sent.username)) return refuse(c, 409, TAKEN)
    if (!state.spend(MAILBOX_PRICE)) return refuse(c, 402, POOR)
    const { domainId: _domain, ...sent } = body.sent
    return tell(c, 'Mailbox assigned successfully', make(workspace, domain, sent))
  })

  app.post('/mailboxes/assign', async (c) => {
    const body = await read(c, z.object({ domainId: text, mailboxes: z.array(person).min(1).max(100) }))
    if ('refusal' in body) return body.refusal
    const workspace = c.get('workspace')
    const domain = state.findDomain(workspace, body.sent.domainId)
    if (domain === null) return refuse(c, 404, 'Domain not found')
    const free = body.sent.mailboxes.filter(({ username }) => !isTaken(state, workspace, domain, username))
    if (!state.spend(MAILBOX_PRICE * free.length)) return refuse(c, 402, POOR)
    const results = body.sent.mailboxes.map((sent) => {
      const { username } = sent
      if (isTaken(state, workspace, domain, username)) {
        return { username, success: false, id: null, message: TAKEN }
      }
      return { username, success: true, id: make(workspace, domain, sent).id, message: 'Assigned' }
    })
    const successCount = results.filter(({ success }) => success).length
    return tell(c, `${successCount} of ${results.length} mailboxes assigned`, {
      ...{ successCount, failedCount: results.length - successCount, results },
    })
  })

  app.put('/mailboxes/:id', async (c) => {
    const schema = z.object({
      ...{ firstName: text, lastName: text, username: text, profilePicture: sampleName },
      tagIds: z.array(text).max(20),
    })
    const body = await read(c, schema.partial())
    if ('refusal' in body) return body.refusal
    const workspace = c.get('workspace')
    const found = state.findMailbox(workspace, c.req.param('id'))
    if (found === null) return refuse(c, 404, 'Mailbox not found')
    const { tagIds, ...facts } = body.sent
    const known = state.tagsOf(workspace)
    const tags = tagIds?.map((id) => known.find((tag) => tag.id === id) ?? null)
    if (tags?.includes(null)) return refuse(c, 400, 'Tag not found')
    const username = facts.username?.toLowerCase() ?? found.username
    const change: Partial<SampleMailbox> = {
      firstName: facts.firstName ?? found.firstName,
      lastName: facts.lastName ?? found.lastName,
      profilePicture: facts.profilePicture ?? found.profilePicture,
      ...{ username, email: `${username}@${found.domain}` },
      ...(tags === undefined ? {} : { tags: tags.filter((tag): tag is Tag => tag !== null) }),
    }
    state.change(found, change)
    const { id, firstName, lastName } = { ...found, ...change }
    return tell(c, 'Mailbox updated successfully', { id, firstName, lastName, username })
  })

  app.delete('/mailboxes/:id', (c) => {
    const found = state.findMailbox(c.get('workspace'), c.req.param('id'))
    if (found === null) return refuse(c, 404, 'Mailbox not found')
    const status = 'SCHEDULED_FOR_REMOVAL'
    state.change(found, { status })
    return tell(c, 'Mailbox will be removed at the next renewal', { id: found.id, status })
  })
}

/** What is paid for. Nobody can pay at a page of sample data. */
function addMoneyWrites(app: SampleApp, state: SampleState): void {
  app.post('/billing', async (c) => {
    const schema = z.object({
      ...{ firstName: text, lastName: text, addressLineOne: text, city: text },
      ...{ country: text, postalCode: text },
    })
    const body = await read(c, schema)
    return 'refusal' in body ? body.refusal : tell(c, 'Billing details added successfully', null)
  })

  app.post('/wallet/balance', async (c) => {
    const body = await read(c, z.object({ amount }))
    if ('refusal' in body) return body.refusal
    const paymentLink = `https://pay.litemail.example/wallet/${state.nextNumber()}?amount=${body.sent.amount}`
    return c.json({ message: 'Payment link generated successfully', paymentLink })
  })

  app.post('/wallet/credit', async (c) => {
    const body = await read(c, z.object({ amount }))
    if ('refusal' in body) return body.refusal
    state.credit(body.sent.amount)
    return tell(c, 'Credit added successfully', { walletBalance: state.wallet.walletBalance })
  })

  app.post('/wallet/auto-recharge', async (c) => {
    const limit = z.number().min(0).max(100_000)
    const body = await read(
      c,
      z.object({ enable: z.boolean(), threshold: limit, minimumRechargeAmount: limit }),
    )
    if ('refusal' in body) return body.refusal
    const { enable, ...autoRechargeDetails } = body.sent
    Object.assign(state.wallet, { autoRechargeEnabled: enable, autoRechargeDetails })
    return tell(c, `Auto recharge ${enable ? 'enabled' : 'disabled'} successfully`, null)
  })

  const subscription = (c: SampleAsked, id: string) =>
    state.subscriptionsOf(c.get('workspace')).find((one) => one.id === id)

  app.delete('/subscriptions/:id', (c) => {
    const found = subscription(c, c.req.param('id'))
    if (found === undefined) return refuse(c, 404, 'Subscription not found')
    const subscriptionStatus = 'CANCELLED'
    state.changeSubscription(found.id, { subscriptionStatus })
    return tell(c, 'Subscription cancelled successfully', { id: found.id, subscriptionStatus })
  })

  app.put('/subscriptions/:id/upgrade', async (c) => {
    const body = await read(c, z.object({ newPlan: text }))
    if ('refusal' in body) return body.refusal
    const found = subscription(c, c.req.param('id'))
    if (found === undefined) return refuse(c, 404, 'Subscription not found')
    if (!state.spend(UPGRADE_PRICE)) return refuse(c, 402, POOR)
    const { newPlan } = body.sent
    state.changeSubscription(found.id, { plan: newPlan })
    const data = { id: found.id, oldPlan: found.plan, newPlan, upgradedAt: state.moment() }
    return tell(c, 'Subscription upgraded successfully', data)
  })

  app.post('/domains/register', async (c) => {
    const schema = z.object({ domainName: sampleName, years: z.int().min(1).max(10), useWallet: z.boolean() })
    const body = await read(c, schema)
    if ('refusal' in body) return body.refusal
    const { domainName, years, useWallet } = body.sent
    if (state.isNameTaken(domainName)) return refuse(c, 409, 'Domain is not available')
    if (useWallet && !state.spend(DOMAIN_PRICE * years)) return refuse(c, 402, POOR)
    const { id, domain } = state.addDomain(c.get('workspace'), domainName, years)
    return tell(c, 'Domain registration started', { id, domain, status: 'PENDING' })
  })

  app.post('/placement-tests', async (c) => {
    const body = await read(c, z.object({ name: text, mailboxIds: ids }))
    if ('refusal' in body) return body.refusal
    if (!state.spend(PLACEMENT_PRICE)) return refuse(c, 402, POOR)
    const test = { id: `placement-new-${state.nextNumber()}`, name: body.sent.name, status: 'PENDING' }
    state.list('placementTests', c.get('workspace')).unshift({ ...test, createdAt: state.moment() })
    return tell(c, 'Placement test started', test)
  })
}

/** Has the sample service do what it is asked to. */
export function addSampleWrites(app: SampleApp, state: SampleState): void {
  addMailboxWrites(app, state)
  addMoneyWrites(app, state)
  addDomainWrites(app, state)
  addOtherWrites(app, state)
}
