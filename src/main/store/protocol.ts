import type { StorageProblem } from './failures'

/** What a thread is told when it is made. */
export interface ThreadSetup {
  /**
   * `writer`: the one that writes. `reader`: beside the writer of this process. `follower`: beside another process.
   * `aside`: reads or copies one whole file and ends.
   */
  readonly role: 'writer' | 'reader' | 'follower' | 'aside'
  readonly folder: string
  readonly busyTimeoutMs: number
  /** The file of an `aside` (absolute path). */
  readonly file?: string | undefined
  /** Whether an `aside` goes on past what is damaged. */
  readonly isTolerant?: boolean | undefined
}

/** What a thread is asked, one after the other. `open` comes first and once. */
export type Ask =
  | { readonly kind: 'open' }
  | { readonly kind: 'call'; readonly method: string; readonly input: readonly unknown[] }
  | { readonly kind: 'close' }

/** The cause of a failure, for the log. */
export interface Cause {
  readonly code: string
  readonly message: string
}

export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: StorageProblem; readonly cause: Cause }

export type NumberedAsk = { readonly id: number; readonly ask: Ask }
export type NumberedAnswer = { readonly id: number; readonly answer: Answer }
