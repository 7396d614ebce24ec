import { hostname, localPart, note as noteText } from '../../shared/address'
import { type BatchItem, type ListedLine, MOST_IN_A_LIST } from '../../shared/batch'
import { reservedStanding } from './reservedNames'

type Problem = NonNullable<ListedLine['problem']>

export interface PastedWish {
  readonly text: string
  /** Of names without one. */
  readonly domain: string
  /** The user's own list of domains: another one may be a slip of the pen. */
  readonly domains: readonly string[]
}

/** A line of a pasted list, and the whole address that it asks for; null where it asks for none. */
export interface PastedLine extends ListedLine {
  readonly email: string | null
}

/**
 * Reads a pasted list: an address or a local part a line, and behind a tab, comma or semicolon its note, in quotes or
 * not. Empty lines are counted and left out.
 */
export function readPasted({ text, domain, domains }: PastedWish): PastedLine[] {
  const seen = new Set<string>()
  const lines: PastedLine[] = []
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = raw.trim()
    if (line === '') continue
    const read = readLine(line, domain, domains)
    const problem = tooMany(lines) ?? twice(read.email, seen) ?? read.problem
    lines.push({ ...read, line: index + 1, text: line, problem, isSendable: isSendable(read.item, problem) })
    if (read.email !== null) seen.add(read.email)
  }
  return lines
}

/** The same line, if its address is known here already. */
export const markKnown = (line: PastedLine, known: ReadonlySet<string>): PastedLine =>
  line.isSendable && line.email !== null && known.has(line.email)
    ? { ...line, problem: 'known', isSendable: false }
    : line

type Read = Pick<PastedLine, 'item' | 'problem' | 'email'>

function readLine(line: string, domain: string, domains: readonly string[]): Read {
  const [, name = '', rest = ''] = /^([^\t,;]*)[\t,;]?(.*)$/su.exec(line) ?? []
  const [local = '', ...hosts] = unquoted(name).split('@')
  const refused = (problem: Problem): Read => ({ item: null, email: null, problem })

  const host = hosts.length === 0 ? null : hostname.safeParse(hosts.join('@'))
  const part = localPart.safeParse(local)
  const note = noteText.safeParse(unquoted(rest))
  if (!part.success) return refused('name')
  if (host !== null && !host.success) return refused('domain')
  if (!note.success) return refused('note')

  const at = host?.data ?? domain
  const item: BatchItem = {
    localPart: part.data,
    domain: at,
    ...(note.data === '' ? {} : { note: note.data }),
  }
  const problem = reserved[reservedStanding(part.data)] ?? (domains.includes(at) ? null : 'domain')
  return { item, email: `${part.data}@${at}`, problem }
}

const reserved = { no: null, likely: 'reserved-likely', documented: 'reserved' } as const

/** As a spreadsheet writes a cell: in quotes, each quote within doubled. */
const unquoted = (cell: string): string => {
  const text = cell.trim()
  return text.length > 1 && text.startsWith('"') && text.endsWith('"')
    ? text.slice(1, -1).replaceAll('""', '"')
    : text
}

const tooMany = (lines: readonly PastedLine[]): Problem | null =>
  lines.length >= MOST_IN_A_LIST ? 'too-many' : null

const twice = (email: string | null, seen: ReadonlySet<string>): Problem | null =>
  email !== null && seen.has(email) ? 'twice' : null

/** A name that is only likely to be reserved, and a domain that is only not in the user's list, may be sent. */
const isSendable = (item: BatchItem | null, problem: Problem | null): boolean =>
  item !== null && (problem === null || problem === 'reserved-likely' || problem === 'domain')
