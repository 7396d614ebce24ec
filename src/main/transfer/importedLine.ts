import { label as labelSchema, likeDoTag } from '../../shared/address'
import type { ImportField, LineReport } from '../../shared/transfer'

/** What a line of a file says, before it is known whose the address is. */
export interface ImportedLine {
  readonly email: string
  readonly note: string
  readonly labels: readonly string[]
  readonly tag: string | null
  /** The name of an account; null where the line names none. */
  readonly account: string | null
  /** Epoch milliseconds; null where the line does not say. */
  readonly at: number | null
  /** Epoch milliseconds; `yes` without a time. */
  readonly hidden: number | 'yes' | null
}

type LineProblem = LineReport['problem']

export interface ReadLine {
  readonly line: number
  /** What will be taken of it; null: nothing. */
  readonly row: ImportedLine | null
  readonly problems: readonly LineProblem[]
  /** As it is shown. */
  readonly cells: readonly string[]
}

/** What was found in a line, each still as text. */
export type LineTexts = Partial<Record<Exclude<ImportField, 'labels'>, string>> & {
  readonly labels?: readonly string[]
  /** The column that says whether it is hidden says whether it is in use. */
  readonly isOpposite?: boolean
}

const MOST_NOTE = 4000
const MOST_LABELS = 20

/** RFC 5321, 4.5.3.1: 64 characters before the @ and 254 in all; quoted ones are left out, as every form leaves them. */
export const isEmailAddress = (text: string): boolean =>
  text.length <= 254 &&
  /^[^\s@"(),:;<>[\]\\\p{Cc}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u.test(
    text,
  )

const dates = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?$/

/** A moment as ISO 8601 has it, in universal time where no zone is said; null for anything else. */
export function momentOf(text: string): number | null {
  const [, day, time = '00:00', zone = 'Z'] = dates.exec(text.trim()) ?? []
  if (day === undefined) return null
  const isOffset = /^[+-]\d{4}$/.test(zone)
  const at = Date.parse(`${day}T${time}${isOffset ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}`)
  return Number.isNaN(at) ? null : at
}

const yes = /^(?:yes|y|true|t|1|hidden|x)$/i
const no = /^(?:no|n|false|f|0|)$/i

const hiddenOf = (text: string, isOpposite: boolean): ImportedLine['hidden'] | 'unknown' => {
  const at = momentOf(text)
  if (at !== null) return at
  if (isOpposite) return no.test(text) && text !== '' ? 'yes' : null
  if (yes.test(text)) return 'yes'
  return no.test(text) ? null : 'unknown'
}

const labelsOf = (found: readonly string[]): { labels: string[]; areAllTaken: boolean } => {
  const labels: string[] = []
  let areAllTaken = true
  for (const text of found) {
    const parsed = labelSchema.safeParse(text)
    if (!parsed.success) areAllTaken = false
    else if (!labels.some((label) => label.toLowerCase() === parsed.data.toLowerCase()))
      labels.push(parsed.data)
  }
  return { labels: labels.slice(0, MOST_LABELS), areAllTaken: areAllTaken && labels.length <= MOST_LABELS }
}

/** What a line comes to. Where a part of it cannot be taken the address is, without that part. */
export function readLine(texts: LineTexts): Pick<ReadLine, 'row' | 'problems'> {
  const email = (texts.address ?? '').trim()
  if (email === '') return { row: null, problems: ['no-address'] }
  if (!isEmailAddress(email)) return { row: null, problems: ['not-an-address'] }
  const problems: LineProblem[] = []

  const note = (texts.note ?? '').trim()
  if (note.length > MOST_NOTE) problems.push('note-too-long')
  const { labels, areAllTaken } = labelsOf(texts.labels ?? [])
  if (!areAllTaken) problems.push('label')
  const tagText = (texts.tag ?? '').trim()
  const tag = likeDoTag.safeParse(tagText)
  if (tagText !== '' && !tag.success) problems.push('tag')
  const created = (texts.created ?? '').trim()
  const at = created === '' ? null : momentOf(created)
  const hidden = hiddenOf((texts.hidden ?? '').trim(), texts.isOpposite === true)
  if ((created !== '' && at === null) || hidden === 'unknown') problems.push('date')

  const account = (texts.account ?? '').trim()
  const row: ImportedLine = {
    email,
    note: note.length > MOST_NOTE ? '' : note,
    labels,
    tag: tag.success ? tag.data : null,
    account: account === '' ? null : account,
    at,
    hidden: hidden === 'unknown' ? null : hidden,
  }
  return { row, problems }
}
