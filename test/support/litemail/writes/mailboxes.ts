import { inWorkspace } from '../asked'
import { credentialsOf, type DomainRecord, type MailboxRecord } from '../records'
import {
  type AskedWrite,
  change,
  costOf,
  type Fields,
  isFields,
  lacking,
  newId,
  pay,
  type RowEnd,
  refusalOf,
  tellRows,
  textIn,
  textsIn,
  unaffordable,
  type Write,
} from './written'

const PERIOD_MS = 30 * 86_400_000
const TAKEN = 'Username is taken on this domain'

const domainOf = (asked: AskedWrite): DomainRecord | undefined =>
  asked.holdings.domains.find((domain) => domain.id === asked.sent.domainId && inWorkspace(asked)(domain))

const mailboxOf = (asked: AskedWrite): MailboxRecord | undefined =>
  asked.holdings.mailboxes.find((mailbox) => mailbox.id === asked.id && inWorkspace(asked)(mailbox))

const isTaken = ({ holdings }: AskedWrite, domain: DomainRecord, username: string): boolean =>
  holdings.mailboxes.some((held) => held.domainId === domain.id && held.username === username)

const newMailbox = (
  { holdings, now }: AskedWrite,
  domain: DomainRecord,
  id: string,
  person: Fields,
): MailboxRecord => {
  const username = textIn(person, 'username') ?? ''
  return {
    ...{ id, workspaceId: domain.workspaceId, username, email: `${username}@${domain.domain}` },
    ...{ domain: domain.domain, domainId: domain.id },
    ...{ firstName: textIn(person, 'firstName'), lastName: textIn(person, 'lastName') },
    ...{ status: 'IN_PROGRESS', profilePicture: null, tags: [] },
    assignedOn: new Date(now).toISOString(),
    expireOn: new Date(now + PERIOD_MS).toISOString(),
    createdAt: new Date(now).toISOString(),
    ...credentialsOf(holdings.mailboxes.length + 1),
  }
}

const missing = ({ refuse, switches }: AskedWrite, noun: string) =>
  refuse(404, switches.missing === 'named' ? `${noun} not found` : 'Not found')

const create: Write = (asked) => {
  const { sent, refuse, holdings } = asked
  const wrong = lacking(asked, 'domainId', 'firstName', 'lastName', 'username')
  if (wrong) return wrong
  const domain = domainOf(asked)
  if (domain === undefined) return missing(asked, 'Domain')
  const username = textIn(sent, 'username') ?? ''
  const refused = refusalOf(asked, ...Object.values(sent))
  if (refused !== null) return refuse(400, refused)
  if (isTaken(asked, domain, username)) return refuse(409, TAKEN)
  const cost = costOf(asked)
  const poor = unaffordable(asked, cost)
  if (poor) return poor
  const id = newId('cm8u0k4xw0008l508cleo0000', holdings.mailboxes)
  const made = newMailbox(asked, domain, id, sent)
  const { email, domain: name, domainId, firstName, lastName, status, password } = made
  return {
    rows: [{ ...sent, id, email }],
    data: { id, username, email, domain: name, domainId, firstName, lastName, status, password },
    apply: () => {
      holdings.mailboxes.unshift(made)
      pay(asked, cost)
    },
  }
}

const assign: Write = (asked) => {
  const { sent, holdings, refuse } = asked
  const wrong = lacking(asked, 'domainId', 'mailboxes')
  if (wrong) return wrong
  const domain = domainOf(asked)
  if (domain === undefined) return missing(asked, 'Domain')
  const people = Array.isArray(sent.mailboxes) ? sent.mailboxes.filter(isFields) : []
  if (people.length === 0) return refuse(400, 'mailboxes must not be empty')
  const made: MailboxRecord[] = []
  const ends = people.map((person): RowEnd => {
    const username = textIn(person, 'username') ?? ''
    const refused =
      refusalOf(asked, ...Object.values(person)) ??
      (isTaken(asked, domain, username) || made.some((one) => one.username === username) ? TAKEN : null)
    const id = newId('cm8u0k4xw0009l508dara0000', [...holdings.mailboxes, ...made])
    if (refused === null) made.push(newMailbox(asked, domain, id, person))
    return { name: 'username', value: username, refused, id }
  })
  const cost = costOf(asked) * made.length
  const poor = unaffordable(asked, cost)
  if (poor) return poor
  return {
    rows: made.map(({ id, username, firstName, lastName, email, domainId }) => ({
      ...{ id, username, firstName, lastName, email, domainId },
    })),
    message: `${made.length} of ${ends.length} mailboxes assigned`,
    data: tellRows(asked, ends, 'Assigned'),
    apply: () => {
      holdings.mailboxes.unshift(...made)
      pay(asked, cost)
    },
  }
}

const update: Write = (asked) => {
  const { sent, holdings, refuse } = asked
  const found = mailboxOf(asked)
  if (found === undefined) return missing(asked, 'Mailbox')
  const refused = refusalOf(asked, found.id, found.username, ...Object.values(sent))
  if (refused !== null) return refuse(400, refused)
  const ids = textsIn(sent, 'tagIds')
  const tags = holdings.tags.filter(({ id }) => ids.includes(id))
  if (tags.length < new Set(ids).size) return refuse(400, 'Tag not found')
  const username = textIn(sent, 'username') ?? found.username
  const facts: Partial<MailboxRecord> = {
    ...{ username, email: `${username}@${found.domain}` },
    firstName: textIn(sent, 'firstName') ?? found.firstName,
    lastName: textIn(sent, 'lastName') ?? found.lastName,
    profilePicture: textIn(sent, 'profilePicture') ?? found.profilePicture,
    ...(sent.tagIds === undefined ? {} : { tags }),
  }
  const { id } = found
  return {
    rows: [{ ...sent, id, email: found.email }],
    data: { id, firstName: facts.firstName, lastName: facts.lastName, username },
    apply: () => change(holdings.mailboxes, id, facts),
  }
}

const removeAtRenewal: Write = (asked) => {
  const found = mailboxOf(asked)
  if (found === undefined) return missing(asked, 'Mailbox')
  const { id, email, firstName, lastName } = found
  const refused = refusalOf(asked, id, found.username)
  if (refused !== null) return asked.refuse(400, refused)
  const status = 'SCHEDULED_FOR_REMOVAL'
  return {
    rows: [{ id, email, firstName, lastName }],
    data: { id, status },
    apply: () => change(asked.holdings.mailboxes, id, { status }),
  }
}

/** What is written about mailboxes. */
export const mailboxWrites: Readonly<Record<string, Write>> = {
  'mailboxes.create': create,
  'mailboxes.assign': assign,
  'mailboxes.update': update,
  'mailboxes.remove': removeAtRenewal,
}
