import type { AnyOperation } from './litemail/operation'

/**
 * Whether what an operation answers is kept: a page to pay at is not, and neither is what LikeDo answers, whose messages are kept
 * only where their user says so.
 */
export const isAnswerKept = (
  service: 'litemail' | 'likedo',
  { effect }: Pick<AnyOperation, 'effect'>,
): boolean => service === 'litemail' && effect !== 'link'
