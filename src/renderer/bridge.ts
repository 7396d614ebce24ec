import type { Input, Method, Output } from '../shared/contract'
import type { AppError } from '../shared/errors'
import { err, type Result } from '../shared/result'

/**
 * Asks main. Never rejects: a call that breaks on its way (main gone, a value that cannot cross) is an
 * `internal` error like any other, whose `ref` says that it broke here.
 */
export async function call<M extends Method>(
  method: M,
  input: Input<M>,
): Promise<Result<Output<M>, AppError>> {
  try {
    return await window.bridge.call(method, input)
  } catch {
    return err({ kind: 'internal', ref: `window:${method}` })
  }
}

export const listen: Window['bridge']['on'] = (event, listener) => window.bridge.on(event, listener)
