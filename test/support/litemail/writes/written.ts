import type { Answer } from '../../loopback/answer'
import type { Asked } from '../asked'
import type { GoldenOperation } from '../golden'

export type Fields = Readonly<Record<string, unknown>>

/** A write that is let in. */
export interface AskedWrite extends Asked {
  readonly golden: GoldenOperation
  /** Its body; empty where it has none. */
  readonly sent: Fields
  /** The service's clock, epoch milliseconds. */
  readonly now: number
}

/** What a write does, before it is done. */
export interface Written {
  /** What it acts on, one each: what was sent of it, and what it is about. */
  readonly rows: readonly Fields[]
  readonly apply: () => void
  /** Left out: as in the golden example. */
  readonly data?: unknown
  /** Left out: as in the golden example. */
  readonly message?: string
}

/** An operation that changes something: what it would do, or why it does not. */
export type Write = (asked: AskedWrite) => Written | Answer

export const isAnswer = (written: Written | Answer): written is Answer => 'status' in written

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text of the body; null where it is none, or empty. */
export const textIn = (sent: Fields, name: string): string | null => {
  const value = sent[name]
  return typeof value === 'string' && value !== '' ? value : null
}

export const numberIn = (sent: Fields, name: string): number | null => {
  const value = sent[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

export const textsIn = (sent: Fields, name: string): readonly string[] => {
  const value = sent[name]
  return Array.isArray(value) ? value.map(String) : []
}

/** Refused: the body lacks these. Null: it has them all. */
export const lacking = ({ sent, refuse }: AskedWrite, ...names: readonly string[]): Answer | null => {
  const missing = names.filter((name) => sent[name] === undefined || sent[name] === '')
  return missing.length === 0 ? null : refuse(400, `${missing.join(', ')} required`)
}

/** Changes the row of an id where it stands. */
export const change = <Row extends { readonly id: string }>(
  rows: Row[],
  id: string,
  facts: Partial<Row>,
): void => {
  const index = rows.findIndex((row) => row.id === id)
  const row = rows[index]
  if (!row) throw new Error(`no such row: ${id}`)
  rows[index] = { ...row, ...facts }
}

/** Takes rows out where they stand; how many there were. */
export const remove = (rows: { readonly id: string }[], ids: readonly string[]): number => {
  const before = rows.length
  const gone = new Set(ids)
  rows.splice(0, before, ...rows.filter(({ id }) => !gone.has(id)))
  return before - rows.length
}

/** The id of something new: the one of the golden example, or, where that is held, the next of 25 characters. */
export const newId = (example: string, held: readonly { readonly id: string }[]): string => {
  const ids = new Set(held.map(({ id }) => id))
  const kind = example.slice(-9, -7).replace(/\d/g, 'x')
  for (let n = 1, id = example; ; n += 1) {
    if (!ids.has(id)) return id
    id = `cnew${kind}${n.toString(36).padStart(19, '0')}`
  }
}

/** What one of several rows of a write came to: an id, or why not. */
export interface RowEnd {
  readonly name: string
  readonly value: string
  readonly refused: string | null
  readonly id?: string
}

/** Ends of several rows as the golden examples tell of them; `done` is the word for a row that was accepted. */
export const tellRows = (
  { switches }: AskedWrite,
  ends: readonly RowEnd[],
  done: string,
): Record<string, unknown> => {
  const failedCount = ends.filter(({ refused }) => refused !== null).length
  const counts = { successCount: ends.length - failedCount, failedCount }
  if (switches.failedRows === 'counted') return counts
  const results = ends.map(({ name, value, refused, id }) => ({
    [name]: value,
    success: refused === null,
    ...(id === undefined ? {} : { id: refused === null ? id : null }),
    message: refused ?? done,
  }))
  return { ...counts, results }
}

/** The words that a row is to be refused with, by any of its values; null: none. */
export const refusalOf = ({ switches }: AskedWrite, ...values: readonly unknown[]): string | null => {
  const [name] = values.map(String).filter((value) => Object.hasOwn(switches.failing, value))
  return name === undefined ? null : (switches.failing[name] ?? null)
}

/** What an operation costs here; 0: nothing. */
export const costOf = ({ golden, switches }: AskedWrite): number => switches.prices[golden.id] ?? 0

/** Refused: the wallet does not hold what it costs. */
export const unaffordable = (asked: AskedWrite, cost: number): Answer | null =>
  cost > asked.holdings.wallet.walletBalance ? asked.refuse(402, 'Insufficient wallet balance') : null

/** To cents and their parts, as sums of decimals are meant. */
export const sum = (balance: number, amount: number): number => Number((balance + amount).toFixed(6))

export const pay = ({ holdings }: AskedWrite, cost: number): void => {
  const { wallet } = holdings
  holdings.wallet = { ...wallet, walletBalance: sum(wallet.walletBalance, -cost) }
}
