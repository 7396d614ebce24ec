import { err, ok, type Result } from '../../shared/result'
import type { Budget } from '../rules/plans'
import type { Clock } from './clock'
import type { Exchange } from './exchange'
import {
  arrive,
  block,
  correct,
  correctedBudget,
  type Entry,
  enter,
  HOUR_MS,
  joinLedger,
  type Ledger,
  MINUTE_MS,
  raise,
  strike,
  usedIn,
} from './ledger'
import { decodeLedger, encodeLedger } from './ledgerFile'
import { readLimitHeaders } from './limitHeaders'
import { correctCap, forgetCap, type Standing, suspectCap } from './minuteCap'
import { readRetryAfter } from './retryAfter'
import { type Ask, judge, type RateLimited, type Verdict, type Waiting } from './verdict'

/** Leave for one request. */
export interface Slot extends Standing {
  /** The request never left: it does not count. */
  giveBack(): void
}

/**
 * Keeps the requests of each user of a service within their budget: no hour and no minute, wherever
 * they begin, sees more than it grants.
 */
export interface Limiter {
  /**
   * Leave to send one request, at once or as soon as the minute and the service's own wishes allow
   * within `deadlineMs`. Else `rate-limited` with the moment it can go: `by: 'mailroom'` for the own
   * budget and back-off, `by: 'service'` where the service named the time.
   */
  take(ask: Ask): Promise<Result<Slot, RateLimited>>
  /** How long such a request would wait for leave from now on, in milliseconds; refused as `take` would refuse it. */
  delay(ask: Ask): Promise<Result<number, RateLimited>>
  /**
   * Reads what an answer says about the allowance; to be called after every exchange. `slot`: the leave that the request
   * had, from which a cap is learned that no documentation speaks of.
   */
  learn(key: string, exchange: Exchange, slot?: Standing): void
  /** What was counted under one key counts under another as well from now on: they are the same user's. */
  join(from: string, to: string): Promise<void>
  /** Requests of the last hour, and how many it grants. */
  usage(key: string, budget: Budget): Promise<{ used: number; limit: number }>
  /** Resolves when all that was counted is kept; to be awaited before the process ends. */
  flush(): Promise<void>
}

export interface LimiterPorts {
  readonly clock: Clock
  /** From 0 up to, not including, 1. */
  readonly random: () => number
  /** Where counts outlive a restart. A failure costs the memory of past requests, never a request. */
  readonly kept: {
    load(key: string): Promise<string | null>
    save(key: string, json: string): Promise<void>
  }
}

/** Saving follows a request after this time, together with those that came meanwhile. */
const SAVE_AFTER_MS = 200

interface Waiter extends Waiting {
  readonly answer: (result: Result<Slot, RateLimited>) => void
}

interface Desk {
  readonly key: string
  readonly ledger: Ledger
  /** By priority, each kind in the order of arrival. */
  waiters: Waiter[]
  budget: Budget | null
  wakeAt: number
  isDirty: boolean
  isSaveDue: boolean
  saved: Promise<void>
}

const ranks = { click: 0, background: 1, hidden: 2 } as const
const rankOf = ({ ask }: Waiter): number => ranks[ask.priority]

/** See `Limiter`. */
export function createLimiter({ clock, random, kept }: LimiterPorts): Limiter {
  const desks = new Map<string, Promise<Desk>>()

  const open = async (key: string): Promise<Desk> => {
    const json = await kept.load(key).catch(() => null)
    return {
      key,
      ledger: decodeLedger(json, clock),
      waiters: [],
      budget: null,
      wakeAt: Number.POSITIVE_INFINITY,
      isDirty: false,
      isSaveDue: false,
      saved: Promise.resolve(),
    }
  }

  const deskOf = (key: string): Promise<Desk> => {
    const desk = desks.get(key) ?? open(key)
    desks.set(key, desk)
    return desk
  }

  const save = (desk: Desk): Promise<void> => {
    if (desk.isDirty) {
      desk.isDirty = false
      desk.saved = desk.saved
        .then(() => kept.save(desk.key, encodeLedger(desk.ledger, clock)))
        .catch(() => {
          desk.isDirty = true
        })
    }
    return desk.saved
  }

  const saveSoon = (desk: Desk): void => {
    desk.isDirty = true
    if (desk.isSaveDue) return
    desk.isSaveDue = true
    void clock.sleep(SAVE_AFTER_MS).then(() => {
      desk.isSaveDue = false
      return save(desk)
    })
  }

  const judgeNow = ({ ledger }: Desk, waiter: Waiter, ahead: number, now: number): Verdict =>
    judge(ledger, waiter, ahead, { monotonic: now, epoch: clock.now() })

  const slotOf = (desk: Desk, entry: Entry, at: number): Slot => {
    let isGiven = false
    return {
      at,
      inMinute: usedIn(desk.ledger, MINUTE_MS, at),
      giveBack() {
        if (isGiven) return
        isGiven = true
        strike(entry)
        saveSoon(desk)
        serve(desk)
      },
    }
  }

  /** Lets go whoever may, refuses whoever cannot in time, and comes back when the next one may. */
  function serve(desk: Desk): void {
    const now = clock.monotonic()
    let wakeAt = Number.POSITIVE_INFINITY
    forgetCap(desk.ledger, now)
    const staying: Waiter[] = []
    for (const waiter of desk.waiters) {
      const verdict = judgeNow(desk, waiter, staying.length, now)
      if (verdict.kind === 'go') {
        const entry = enter(desk.ledger, now)
        saveSoon(desk)
        waiter.answer(ok(slotOf(desk, entry, now)))
      } else if (verdict.kind === 'refuse') {
        waiter.answer(err(verdict.error))
      } else {
        wakeAt = Math.min(wakeAt, verdict.at)
        staying.push(waiter)
      }
    }
    desk.waiters = staying
    wake(desk, wakeAt, now)
  }

  function wake(desk: Desk, at: number, now: number): void {
    if (at >= desk.wakeAt) return
    desk.wakeAt = at
    void clock.sleep(Math.ceil(at - now)).then(() => {
      if (desk.wakeAt === at) desk.wakeAt = Number.POSITIVE_INFINITY
      serve(desk)
    })
  }

  function absorb({ ledger, budget }: Desk, exchange: Exchange, slot: Standing | undefined): void {
    if (exchange.kind === 'failure') return
    const now = clock.monotonic()
    if (slot !== undefined) arrive(ledger, slot.at, now)
    // Where a documentation names the minute there is nothing to find out.
    const unnamed = budget?.perMinute === Number.POSITIVE_INFINITY ? slot : undefined
    const report = budget && readLimitHeaders(exchange.headers, budget, clock.now())
    if (budget !== null && report !== null) correct(ledger, budget, report, now)
    if (exchange.status === 429) {
      const waitMs = readRetryAfter(exchange.headers, clock.now())
      block(ledger, waitMs, random, now)
      if (unnamed !== undefined) suspectCap(ledger, unnamed, waitMs, now)
    } else if (exchange.status < 500) {
      ledger.refusals = 0
      if (unnamed !== undefined) correctCap(ledger, unnamed)
      if (budget !== null && report === null) raise(ledger, budget, now)
    }
  }

  return {
    async take(ask) {
      const desk = await deskOf(ask.key)
      desk.budget = ask.budget
      return new Promise((answer) => {
        const waiter = { ask, until: clock.monotonic() + ask.deadlineMs, answer }
        // Sorting keeps the order of what is equal (ECMAScript 2019).
        desk.waiters = [...desk.waiters, waiter].sort((one, other) => rankOf(one) - rankOf(other))
        serve(desk)
      })
    },

    async delay(ask) {
      const desk = await deskOf(ask.key)
      const now = clock.monotonic()
      const waiter = { ask, until: now + ask.deadlineMs, answer: () => undefined }
      const verdict = judgeNow(desk, waiter, desk.waiters.length, now)
      if (verdict.kind === 'refuse') return err(verdict.error)
      return ok(verdict.kind === 'wait' ? verdict.at - now : 0)
    },

    learn(key, exchange, slot) {
      void deskOf(key).then((desk) => {
        absorb(desk, exchange, slot)
        saveSoon(desk)
        serve(desk)
      })
    },

    async join(from, to) {
      if (from === to) return
      const [other, desk] = await Promise.all([deskOf(from), deskOf(to)])
      joinLedger(desk.ledger, other.ledger)
      saveSoon(desk)
    },

    async usage(key, budget) {
      const { ledger } = await deskOf(key)
      const { perHour } = correctedBudget(ledger, budget)
      return { used: usedIn(ledger, HOUR_MS, clock.monotonic()), limit: perHour }
    },

    async flush() {
      const all = await Promise.all(desks.values())
      await Promise.all(all.map(save))
    },
  }
}
