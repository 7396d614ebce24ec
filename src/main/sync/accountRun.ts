import type { AppError } from '../../shared/errors'
import type { LitemailAccount } from '../../shared/litemail/account'
import { err, ok, type Result } from '../../shared/result'
import type { Context } from '../actions/context'
import { type FleetReading, partName } from '../actions/fleet/reading'
import { type ReadWish, readOperation } from '../actions/litemail/readOperation'
import { afterFailure } from '../rules/readFailure'
import { type FleetPartRow, neverReadPart, type PartKey } from '../store/fleetRows'
import type { KnownRead, ReadAnswers } from '../upstream/litemail/readAnswers'
import { tellSoon } from './tellSoon'
import { createTurns } from './turns'

/** One read waits so long for its turn behind others, and then for its answer, in milliseconds. */
const TURN_MS = 120_000
const ANSWER_MS = 30_000

export type ReadInputs = Pick<ReadWish, 'inputs' | 'workspaceId'>

/** The reading of one account, from its first request to its last write. */
export interface AccountRun {
  readonly context: Context
  readonly account: LitemailAccount
  /** Why nothing more is asked; null: it goes on. */
  readonly cause: AppError | null
  /** Nothing is written any more either. */
  readonly isStopped: boolean
  /** Nothing more is asked; what is on its way is still taken. The first cause counts. */
  end(cause: AppError): void
  stop(): void
  /** Asks one read in its turn, and takes its answer before the next one is asked. */
  inTurn<A, T>(ask: () => Promise<A>, take: (answer: A) => Promise<T>): Promise<T>
  /** Asks one read; again where the service failed for a moment. */
  ask<O extends KnownRead>(operation: O, inputs?: ReadInputs): Promise<Result<ReadAnswers[O], AppError>>
  /** Finds out what is kept of its lists; before anything else. */
  load(): Promise<Result<void, AppError>>
  /** What is kept of the readings of all lists that were ever read. */
  parts(): readonly FleetPartRow[]
  /** What is kept of a list's readings, as of its last write. */
  part(key: PartKey): FleetPartRow
  /** Keeps it in the store as well. */
  savePart(part: FleetPartRow): Promise<Result<void, AppError>>
  /** As the store has it already. */
  notePart(part: FleetPartRow): void
  /** Why lists did not come to their end. */
  failures(): readonly AppError[]
  noteFailure(key: PartKey, problem: AppError): void
  /** What has been read to its end by now is to be read once more. False: the run is past that. */
  repeat(): boolean
  /**
   * The lists to read once more, by their names; after an empty answer none come. Where nothing more is asked, to read them
   * says why.
   */
  takeRepeats(): ReadonlySet<string>
  /** Shows what is being read; null: it rests. */
  show(key: PartKey, reading: FleetReading | null): void
  /** At its end: what it has not come to rests, and what is paused stays so, unless it was stopped. */
  clear(): void
  /** Waits so many milliseconds, or until it is stopped. */
  rest(ms: number): Promise<void>
}

export interface RunWish {
  readonly context: Context
  readonly account: LitemailAccount
  /** Asked anew for each request: a window may come and go meanwhile. */
  readonly pace: () => ReadWish['pace']
}

/** Begins nothing yet. */
export function createAccountRun({ context, account, pace }: RunWish): AccountRun {
  const known = new Map<string, FleetPartRow>()
  const shown = new Set<string>()
  const failures = new Map<string, AppError>()
  const tell = tellSoon(context)
  const turns = createTurns(context.clock)
  let cause: AppError | null = null
  let isStopped = false
  const leaving = new Set<() => void>()
  let checked: Promise<AppError | null> | null = null
  let repeats: Set<string> | null = new Set()

  /** What `work` brings, or at once `otherwise` when the run is stopped. A race would keep every page until the end. */
  const untilStopped = <T>(work: Promise<T>, otherwise: T): Promise<T> =>
    new Promise((resolve, reject) => {
      const leave = () => resolve(otherwise)
      leaving.add(leave)
      work.then(resolve, reject).finally(() => leaving.delete(leave))
      if (isStopped) leave()
    })

  const askOnce = <O extends KnownRead>(operation: O, inputs: ReadInputs) =>
    readOperation(context, account, operation, {
      ...inputs,
      pace: pace(),
      waitMs: TURN_MS,
      timeoutMs: ANSWER_MS,
    })

  /** Whether a page of a stranger came in place of the service: then its documented path answers no better. */
  const findStranger = async (): Promise<AppError | null> => {
    const user = await askOnce('users.get', {})
    return user.ok || user.error.kind !== 'bad-response' ? null : user.error
  }

  const run: AccountRun = {
    context,
    account,
    get cause() {
      return cause
    },
    get isStopped() {
      return isStopped
    },
    end(why) {
      cause ??= why
    },
    stop() {
      isStopped = true
      cause ??= { kind: 'interrupted' }
      for (const leave of leaving) leave()
    },
    async inTurn(ask, take) {
      const turn = await turns.take()
      try {
        const answer = await ask()
        turn.answered()
        return await take(answer)
      } finally {
        turn.end()
      }
    },
    async ask(operation, inputs = {}) {
      for (let tries = 0; ; tries += 1) {
        if (cause !== null) return err(cause)
        const read = await untilStopped(askOnce(operation, inputs), err({ kind: 'interrupted' } as const))
        if (read.ok) return read
        const then = afterFailure(read.error, tries, context.clock.now())
        if (then.do === 'again') {
          await run.rest(then.afterMs)
          continue
        }
        if (then.do === 'end' && then.what === 'account') run.end(read.error)
        if (then.do === 'check') {
          checked ??= operation === 'users.get' ? Promise.resolve(read.error) : findStranger()
          const stranger = await checked
          checked = null
          if (stranger !== null) run.end(stranger)
        }
        return read
      }
    },
    async load() {
      const parts = await context.store.read('fleet.parts', account.id)
      if (!parts.ok) {
        run.end(parts.error)
        return parts
      }
      for (const part of parts.value) known.set(partName(part), part)
      return ok(undefined)
    },
    parts: () => [...known.values()],
    part: (key) => known.get(partName(key)) ?? neverReadPart(key),
    async savePart(part) {
      if (isStopped) return err({ kind: 'interrupted' })
      known.set(partName(part), part)
      const saved = await context.store.write('fleet.savePart', part)
      if (!saved.ok) run.end(saved.error)
      tell(['fleet'])
      return saved.ok ? ok(undefined) : saved
    },
    notePart(part) {
      known.set(partName(part), part)
      tell(['fleet'])
    },
    failures: () => [...failures.values()],
    noteFailure: (key, problem) => void failures.set(partName(key), problem),
    repeat() {
      if (repeats === null || cause !== null) return false
      for (const name of shown) {
        const { state = 'resting' } = context.readings.get(name) ?? {}
        if (state === 'reading' || state === 'waiting') continue
        repeats.add(name)
        context.readings.set(name, { state: 'waiting', page: null, pages: null })
      }
      tell(['fleet'])
      return true
    },
    takeRepeats() {
      const names = isStopped || repeats === null ? new Set<string>() : repeats
      repeats = names.size > 0 ? new Set() : null
      for (const name of names) failures.delete(name)
      return names
    },
    show(key, reading) {
      if (isStopped) return
      const name = partName(key)
      shown.add(name)
      if (reading === null) context.readings.delete(name)
      else context.readings.set(name, reading)
      tell(['fleet'])
    },
    clear() {
      for (const name of shown) {
        if (isStopped || context.readings.get(name)?.state !== 'paused') context.readings.delete(name)
      }
      tell(['fleet'])
    },
    rest: (ms) => untilStopped(context.clock.sleep(ms), undefined),
  }
  return run
}
