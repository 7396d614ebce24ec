import type { ListPage, MailboxFacts } from '../../../../shared/litemail/facts'
import { ok, type Result } from '../../../../shared/result'
import type { BodyProblem } from '../../../rules/outcome'
import { below, type Decoder, isFields, misshapen, own, type Placed } from '../envelope'
import { type Row, readId } from '../fields'
import { pagingOfGroups } from '../paging'
import { decodeEach, inRow, oneOf, placeEach, readRows } from '../rows'
import { decodeTable } from '../table'
import { domainNameOf } from './domains'

/** What the domain that a mailbox stands under says of it. */
interface Group {
  readonly domain: string | null
  readonly domainId: string | null
}

const noGroup: Group = { domain: null, domainId: null }

const addressOf = (username: string | null, domain: string | null): string | null => {
  if (username?.includes('@')) return username
  return username !== null && domain !== null ? `${username}@${domain}` : null
}

const decodeMailbox =
  (group: Group) =>
  (row: Row): Result<MailboxFacts, BodyProblem> => {
    const id = row.id('id', '_id', 'mailboxId')
    if (id === null) return misshapen(below(row.place, 'id'))
    const username = row.word('username')
    const said = row.word('domain', 'domainName')?.toLowerCase() ?? group.domain
    const email = row.word('email', 'emailAddress') ?? addressOf(username, said)
    if (email === null || !email.includes('@')) return misshapen(below(row.place, 'email'))
    return ok({
      id,
      email,
      username,
      domain: said ?? (email.slice(email.lastIndexOf('@') + 1).toLowerCase() || null),
      domainId: row.id('domainId') ?? group.domainId,
      firstName: row.text('firstName'),
      lastName: row.text('lastName'),
      status: row.text('status'),
      tags: row.tags('tags', 'tagIds'),
      assignedAt: row.moment('assignedOn', 'assignedAt'),
      renewsAt: row.moment('expireOn', 'renewsOn', 'expiresAt'),
      createdAt: row.moment('createdAt', 'createdOn'),
      other: row.others(),
    })
  }

const hasMailboxes = ({ value }: Placed): boolean => isFields(value) && Object.hasOwn(value, 'mailboxes')

/** The mailboxes of one domain. */
function decodeGroup({ value, place }: Placed): Result<readonly MailboxFacts[], BodyProblem> {
  const mailboxes = isFields(value) ? own(value, 'mailboxes') : undefined
  const where = below(place, 'mailboxes')
  if (!isFields(value) || !Array.isArray(mailboxes)) return misshapen(where)
  const group = { domain: domainNameOf(value), domainId: readId(own(value, 'id')) }
  return decodeEach(placeEach(mailboxes, where), inRow(decodeMailbox(group)))
}

/** A list of mailboxes, or of domains that each have theirs. */
const decodeMailboxes: Decoder<ListPage<MailboxFacts>> = (opened) =>
  readRows(opened, ['mailboxes', 'domains'], ({ rows: items, name }, paging) => {
    if (name !== 'domains' && !items.some(hasMailboxes)) {
      const rows = decodeEach(items, inRow(decodeMailbox(noGroup)))
      return rows.ok ? ok({ rows: rows.value, ...paging }) : rows
    }
    const groups = decodeEach(items, decodeGroup)
    if (!groups.ok) return groups
    const rows = groups.value.flat()
    return ok({ rows, ...pagingOfGroups(paging, items.length, rows.length) })
  })

export const mailboxes = {
  'mailboxes.list': decodeMailboxes,
  'mailboxes.get': oneOf('mailbox', decodeMailbox(noGroup)),
  'mailboxes.create': decodeTable,
  'mailboxes.assign': decodeTable,
  'mailboxes.update': decodeTable,
  'mailboxes.remove': decodeTable,
  'mailboxes.warmup': decodeTable,
}
