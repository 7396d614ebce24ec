import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { type Method, methods, type Output, type Parsed } from '../../shared/contract'
import { type AppError, appErrorSchema } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import { isModest, ofAPlan } from './bounds'

/** The window that asks. */
export interface Asker {
  /** Does this once it does not show its page any more, unless what this answers is called before. */
  readonly whenGone: (act: () => void) => () => void
}

/** One handler for each method of the contract: a missing or misspelt one does not compile. */
export type Handlers = {
  [M in Method]: (input: Parsed<M>, asker?: Asker) => Promise<Result<Output<M>, AppError>>
}

/** Answers one message of a window. Never throws, and never answers anything but plain data. */
export type Dispatch = (raw: unknown, asker?: Asker) => Promise<Result<unknown, AppError>>

/** Where the cause of an `internal` error is kept, under the number that the user is shown. */
export type LogFault = (ref: string, cause: unknown) => void

const message = z.strictObject({ method: z.string(), input: z.unknown() })

/** Enough to see what was wrong; a message made to be wrong everywhere has thousands. */
const MOST_ISSUES = 10

/**
 * Answers what windows ask. A message is bounded, its method looked up among the contract's own names,
 * its input parsed before the handler runs and the answer after it, so that nothing leaves main that the
 * contract does not name. Errors: `forbidden` (no such message or method), `invalid-input`, `internal`
 * (a handler threw, or answered something else than the contract says; the cause is in the log only),
 * and whatever the handler answers.
 */
export function createDispatcher(handlers: Handlers, log: LogFault): Dispatch {
  const fail = (cause: unknown): Result<never, AppError> => {
    const ref = randomUUID().slice(0, 8)
    log(ref, cause)
    return err({ kind: 'internal', ref })
  }

  return async (raw, asker) => {
    try {
      const most = methodOf(raw) === 'operations.plan' ? ofAPlan : undefined
      if (!isModest(raw, most)) return err({ kind: 'invalid-input', issues: ['message: too_big'] })
      const request = message.safeParse(raw)
      if (!request.success || !isMethod(request.data.method)) return err({ kind: 'forbidden' })
      const { method } = request.data

      const input = methods[method].input.safeParse(request.data.input)
      if (!input.success) return err({ kind: 'invalid-input', issues: issueLines(input.error) })

      // The method's own schema has just parsed it: TypeScript cannot see that the two belong together.
      const handle = handlers[method] as (input: unknown, asker?: Asker) => Promise<Result<unknown, AppError>>
      const answer = await handle(input.data, asker)
      if (!answer.ok) return err(appErrorSchema.parse(answer.error))
      return ok(methods[method].output.parse(answer.value))
    } catch (cause) {
      return fail(cause)
    }
  }
}

/** The method that a message names, or null: for a window that may not ask for all of them. */
export function methodOf(raw: unknown): Method | null {
  if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, 'method')) return null
  const { method } = raw as { method: unknown }
  return typeof method === 'string' && isMethod(method) ? method : null
}

const isMethod = (name: string): name is Method => Object.hasOwn(methods, name)

/** Paths and rules only: what was refused may be a key. */
const issueLines = (error: z.ZodError): string[] =>
  error.issues.slice(0, MOST_ISSUES).map((issue) => {
    const place = issue.path.filter((part) => typeof part !== 'symbol').join('.')
    return place === '' ? issue.code : `${place}: ${issue.code}`
  })
