import type { AppError } from '../../../shared/errors'
import type { LitemailAccount } from '../../../shared/litemail/account'
import { err, type Result } from '../../../shared/result'
import type { KnownRead, ReadAnswers } from '../../upstream/litemail/readAnswers'
import type { Context } from '../context'

/** How a read is asked for. */
export interface ReadWish {
  /** What goes into path and query, by the names of the operations table. */
  readonly inputs?: Readonly<Record<string, string | number>>
  /** '' or left out: without the workspace header. */
  readonly workspaceId?: string
  /**
   * Whose turn it is: a click goes before everything, `window` is a list that somebody looks at, at full speed, `hidden`
   * is slower and behind all others.
   */
  readonly pace: 'click' | 'window' | 'hidden'
  /** How long it may wait for its turn, and then for its answer, in milliseconds. */
  readonly waitMs: number
  readonly timeoutMs: number
}

/**
 * Asks one read of an account and decodes its answer; the key is taken from the keychain when it is needed. A 401 is
 * checked with `users.get`: where the key is good for that, `operation-unauthorized`; else `unauthorized`, and the
 * account's key stands refused. A success is remembered as "worked here".
 */
export async function readOperation<O extends KnownRead>(
  _context: Context,
  _account: LitemailAccount,
  _operation: O,
  _wish: ReadWish,
): Promise<Result<ReadAnswers[O], AppError>> {
  return err({ kind: 'internal', ref: 'not-built' })
}
