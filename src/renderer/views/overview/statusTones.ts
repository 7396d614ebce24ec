/** How a status is coloured. Its word always stands beside, because colours do not say what it is. */
export type StatusTone = 'good' | 'busy' | 'ending' | 'bad' | 'plain'

export const tones: Readonly<Record<StatusTone, { readonly bar: string }>> = {
  good: { bar: 'bg-good-ink' },
  busy: { bar: 'bg-accent' },
  ending: { bar: 'bg-warn-ink' },
  bad: { bar: 'bg-danger' },
  plain: { bar: 'bg-control-line' },
}

const words: readonly (readonly [StatusTone, RegExp])[] = [
  ['bad', /FAIL|ERROR|SUSPEND|BLOCK|EXPIRED|REJECT/],
  ['ending', /REMOV|CANCEL|DELET|EXPIR|INACTIVE|DISABLED/],
  ['busy', /PROGRESS|PENDING|WAIT|PROCESS|SCHEDULED|QUEUE|VERIF|TRANSFER/],
  ['good', /ACTIVE|CONNECTED|READY|OK$/],
]

/** The tone of a service's word. Statuses are free words: one that nobody knows is plain. */
export const toneOf = (status: string | null): StatusTone =>
  words.find(([, pattern]) => status !== null && pattern.test(status.toUpperCase()))?.[0] ?? 'plain'
