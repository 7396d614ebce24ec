import type { AnyOperation, InputField } from '../../shared/litemail/operation'
import { isWritingId, writingOf } from '../../shared/litemail/writing'
import type { FilledInputs } from '../../shared/operationAnswer'
import { operationWritesText } from '../../shared/text/window/operationWrites'
import { linesOf, readFields, type TypedInputs } from './operationFields'

const { complaints: words } = operationWritesText

/** One new mailbox, as it is typed. */
export interface MailboxLine {
  readonly firstName: string
  readonly lastName: string
  readonly username: string
}

export const mailboxFields = ['firstName', 'lastName', 'username'] as const
const emptyLine: MailboxLine = { firstName: '', lastName: '', username: '' }

/** The mailboxes that stand in a table, which is kept as lines with tabs between (and pasted so). At least one line. */
export function mailboxLines(typed: string): readonly MailboxLine[] {
  const lines = typed.split(/\r?\n/).map((line): MailboxLine => {
    const [firstName = '', lastName = '', username = ''] = line.split('\t')
    return { firstName, lastName, username }
  })
  return lines.length === 0 ? [emptyLine] : lines
}

/** A table of mailboxes as it is kept. */
export const typedMailboxes = (lines: readonly MailboxLine[]): string =>
  lines
    .map((line) => mailboxFields.map((name) => line[name].replaceAll(/[\t\r\n]/g, ' ')).join('\t'))
    .join('\n')

/** So many lines are fields of their own; more are one text, with what stands against them beside it. */
export const MOST_LINES_AS_FIELDS = 50
/** So many lines that something stands against are named. */
const MOST_NAMED = 5

/** What stands against lines that are one text: the first few, each by its place; and how many more. [] where nothing does. */
export function tableRemarks(lines: readonly MailboxLine[]): readonly string[] {
  if (lines.length > MOST_ROWS) return [words.many]
  const wrong = mailboxComplaints(lines).flatMap((found, at) => {
    const [first] = mailboxFields.flatMap((name) => {
      const complaint = found[name]
      return complaint === undefined ? [] : [operationWritesText.lineRemark(at + 1, name, complaint)]
    })
    return first === undefined ? [] : [first]
  })
  const left = wrong.length - MOST_NAMED
  return [...wrong.slice(0, MOST_NAMED), ...(left > 0 ? [operationWritesText.moreRemarks(left)] : [])]
}

/** What stands against each field of each line; the user name is the part before the @. */
export const mailboxComplaints = (
  lines: readonly MailboxLine[],
): readonly Partial<Record<keyof MailboxLine, string>>[] => {
  const seen = new Set<string>()
  return lines.map((line) => {
    const found: Partial<Record<keyof MailboxLine, string>> = {}
    for (const name of mailboxFields) if (line[name].trim() === '') found[name] = words.needed
    const username = line.username.trim().toLowerCase()
    if (username !== '' && !/^[^\s@"(),:;<>[\\\]]+$/.test(username)) found.username = words.username
    else if (seen.has(username)) found.username = words.twice(line.username.trim())
    if (username !== '') seen.add(username)
    return found
  })
}

/** How the rows of an operation are told apart where it has several: by which of its inputs. */
export interface RowsInput {
  readonly field: InputField
  /** `values`: of an input that takes several; `lines`: one id a line, each a request of its own; `table`: of mailboxes. */
  readonly kind: 'values' | 'lines' | 'table'
}

/** The input that makes several rows of one form; null: it is one row. */
export function rowsInputOf(operation: AnyOperation): RowsInput | null {
  if (!isWritingId(operation.id)) return null
  const { many, about } = writingOf(operation.id)
  const field = operation.input.find(({ name }) => name === (many ?? about?.input))
  if (field === undefined) return null
  if (many !== null) return { field, kind: field.type === 'rows' ? 'table' : 'values' }
  return field.place === 'path' ? { field, kind: 'lines' } : null
}

/** What was typed of a write, as rows that are proposed, and what stands against each field. */
export interface ReadWrite {
  /** Without secrets, which are added where they are typed; [] as long as something is missing. */
  readonly rows: readonly FilledInputs[]
  /** As its first request would be written; a table is not in it. */
  readonly shown: FilledInputs
  readonly complaints: Readonly<Record<string, string>>
}

/** `secrets`: the inputs that are secret and that something is typed into. */
export function readWrite(
  operation: AnyOperation,
  typed: TypedInputs,
  {
    leftOut = [],
    secrets = [],
  }: { readonly leftOut?: readonly string[]; readonly secrets?: readonly string[] } = {},
): ReadWrite {
  const several = rowsInputOf(operation)
  const plain = operation.input.filter(({ name, type }) => type !== 'secret' && name !== several?.field.name)
  const read = readFields({ ...operation, input: plain }, typed, leftOut)
  const complaints: Record<string, string> = { ...read.complaints }
  for (const { name, type, isRequired } of operation.input) {
    if (type === 'secret' && isRequired && !secrets.includes(name)) complaints[name] = words.needed
  }
  if (several === null) {
    return { rows: isClear(complaints) ? [read.inputs] : [], shown: read.inputs, complaints }
  }
  const { values, shown, complaint } = readSeveral(several, typed)
  if (complaint !== null) complaints[several.field.name] = complaint
  else if (leftOut.includes(several.field.name)) complaints[several.field.name] = words.leftOut
  return {
    rows: isClear(complaints) ? values.map((own) => ({ ...read.inputs, ...own })) : [],
    shown: { ...read.inputs, ...shown },
    complaints,
  }
}

const isClear = (complaints: object): boolean => Object.keys(complaints).length === 0

interface Several {
  /** What each row says by itself. */
  readonly values: readonly FilledInputs[]
  readonly shown: FilledInputs
  readonly complaint: string | null
}

function readSeveral({ field, kind }: RowsInput, typed: TypedInputs): Several {
  const { name, isRequired } = field
  const text = typed[name] ?? ''
  if (kind === 'table') {
    const lines = mailboxLines(text)
    if (lines.length > MOST_ROWS) return { values: [], shown: {}, complaint: words.many }
    const isWrong = mailboxComplaints(lines).some((found) => Object.keys(found).length > 0)
    const values = lines.map((line) =>
      Object.fromEntries(mailboxFields.map((each) => [`${name}.${each}`, line[each].trim()])),
    )
    return { values, shown: {}, complaint: isWrong ? words.table : null }
  }
  const ids = linesOf(text)
  const twice = firstTwice(ids)
  const values = ids.map((id) => ({ [name]: kind === 'values' ? [id] : id }))
  const [first] = ids
  const shown = first === undefined ? {} : { [name]: kind === 'values' ? ids.slice(0, TOGETHER) : first }
  if (ids.length === 0 && isRequired) return { values, shown, complaint: words.needed }
  if (ids.length > MOST_ROWS) return { values, shown, complaint: words.many }
  return { values, shown, complaint: twice === undefined ? null : words.twice(twice) }
}

/** The first that stood there before; undefined: none. */
function firstTwice(ids: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return ids.find((id) => seen.size === seen.add(id).size)
}

/** As many as one plan takes, and as one request does. */
const MOST_ROWS = 5_000
const TOGETHER = 20
