import type { TOTP } from 'otpauth'
import type { SeedProblem } from '../../../shared/credentials'
import type { AppError } from '../../../shared/errors'
import { err, type Result } from '../../../shared/result'
import type { Clock } from '../../upstream/clock'

/** So long credentials are shown, in milliseconds. */
const SHOWN_MS = 30_000

/** What opens one mailbox. */
export interface ShownCredentials {
  /** Mailroom's own. */
  readonly id: string
  readonly accountId: string
  readonly email: string
  readonly password: string | null
  readonly appPassword: string | null
  /** What one-time codes are made of; null: the service told none. */
  readonly code: Result<TOTP, SeedProblem> | null
}

/** The same, and until when in epoch milliseconds. */
export interface HeldCredentials extends ShownCredentials {
  readonly until: number
}

/**
 * The credentials that somebody looks at: those of one mailbox, in memory only, for half a minute at most. Nothing of them
 * is anywhere else in main.
 */
export interface Shown {
  /** Null: none are shown. */
  current(): HeldCredentials | null
  /**
   * Shows what `ask` brings, in place of what is shown. What is asked for the same mailbox meanwhile gets the same answer;
   * `hidden` where something hid them before they were there, or others were asked for. `isWanted`: nothing has, so far.
   */
  show(
    id: string,
    ask: (isWanted: () => boolean) => Promise<Result<ShownCredentials, AppError>>,
  ): Promise<Result<HeldCredentials, AppError>>
  /** Forgets them, and whatever is being asked for. */
  hide(): void
}

interface Holding {
  readonly credentials: HeldCredentials
  /** Of the clock that only goes forward. */
  readonly end: number
  readonly timer: NodeJS.Timeout
}

/** `onHidden`: nothing is shown any more. */
export function createShown(clock: Clock, onHidden: () => void): Shown {
  let held: Holding | null = null
  let turn = 0
  let asking: { readonly id: string; readonly answer: Promise<Result<HeldCredentials, AppError>> } | null =
    null

  function hide(): void {
    turn += 1
    asking = null
    if (held === null) return
    clearTimeout(held.timer)
    held = null
    onHidden()
  }

  function hold(credentials: ShownCredentials): HeldCredentials {
    const until = clock.now() + SHOWN_MS
    const timer = setTimeout(hide, SHOWN_MS)
    timer.unref()
    held = { credentials: { ...credentials, until }, end: clock.monotonic() + SHOWN_MS, timer }
    return held.credentials
  }

  async function askFor(
    ask: (isWanted: () => boolean) => Promise<Result<ShownCredentials, AppError>>,
  ): Promise<Result<HeldCredentials, AppError>> {
    const mine = turn
    const isWanted = () => mine === turn
    const answer = await ask(isWanted)
    if (!isWanted()) return err({ kind: 'hidden', why: 'passed' })
    asking = null
    return answer.ok ? { ok: true, value: hold(answer.value) } : answer
  }

  return {
    current() {
      // A timer stands still while the computer sleeps, and the clock may be set.
      if (held !== null && (clock.monotonic() >= held.end || clock.now() >= held.credentials.until)) hide()
      return held?.credentials ?? null
    },
    show(id, ask) {
      if (asking?.id === id) return asking.answer
      hide()
      const answer = askFor(ask)
      asking = { id, answer }
      return answer
    },
    hide,
  }
}
