/** Why an amount of dollars is not taken. */
export type AmountComplaint = 'empty' | 'number' | 'cents' | 'nothing' | 'large'

/** More than anybody pays at once: a slip of the fingers. */
const MOST = 1_000_000

/** An amount of dollars as it was typed: digits, and cents behind a dot. Nothing is guessed: `1,000` may mean two things. */
export function readAmount(text: string): { readonly amount: number } | { readonly why: AmountComplaint } {
  const typed = text.trim()
  if (typed === '') return { why: 'empty' }
  const found = /^(\d+)(?:\.(\d+))?$/.exec(typed)
  if (found === null) return { why: 'number' }
  const [, whole = '', cents = ''] = found
  if (cents.length > 2) return { why: 'cents' }
  if (whole.length > 7 || Number(typed) > MOST) return { why: 'large' }
  return { amount: Number(typed) }
}

/** The same of an amount that has to be something. */
export function readPayment(text: string): ReturnType<typeof readAmount> {
  const read = readAmount(text)
  return 'amount' in read && read.amount === 0 ? { why: 'nothing' } : read
}

/** Whether it is none yet, and may become one by typing on. */
export const isHalfTyped = (text: string): boolean => /^\s*(?:\d{1,7}\.)?$/.test(text)
