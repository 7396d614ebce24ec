import type { ApiMap } from '../../../shared/apiMap'
import { err, ok, type Result } from '../../../shared/result'
import type { Answer, BodyProblem, Decode } from '../../rules/outcome'
import { readJson } from '../json'
import { withoutCredentials } from './credentials'

export type Fields = Readonly<Record<string, unknown>>

/** A value of an answer, and where in the body it stands, as `data.mailboxes.3`; '' for all of it. */
export interface Placed<T = unknown> {
  readonly value: T
  readonly place: string
}

/** Where an account's user says that things stand in an answer; null: found by Mailroom. */
export type Places = Pick<ApiMap, 'rows' | 'total' | 'next'>

/** An answer out of its envelope. */
export interface Opened {
  /** What it is about: `data`, or all of the body where there is none. */
  readonly content: Placed
  /** What stands around it; {} where the body is a bare list. */
  readonly around: Fields
  /** All of it. */
  readonly body: unknown
  /** Null where nobody says. */
  readonly places: Places | null
}

/** Reads what an answer brings, once it is out of its envelope and without credentials. */
export type Decoder<T> = (opened: Opened) => Result<T, BodyProblem>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const misshapen = (place: string): Result<never, BodyProblem> => err({ place, problem: 'shape' })

/** The place of a field or an item below another place. */
export const below = (place: string, step: string | number): string =>
  place === '' ? `${step}` : `${place}.${step}`

/** The value of a field of its own; undefined where there is none. */
export const own = (fields: Fields, name: string): unknown =>
  Object.hasOwn(fields, name) ? fields[name] : undefined

/** The first of the names that is there, with its value. */
export const firstOf = (fields: Fields, names: readonly string[]): readonly [string, unknown] | null => {
  const name = names.find((one) => Object.hasOwn(fields, one))
  return name === undefined ? null : [name, fields[name]]
}

/** The envelope says no although the status says yes: what it brings is not what was asked for. */
function findDenial(body: Fields): string | null {
  if (own(body, 'success') === false) return 'success'
  const status = own(body, 'status')
  const isCode = typeof status === 'number' || typeof status === 'string'
  return isCode && /^[45]\d\d$/.test(`${status}`) ? 'status' : null
}

/**
 * Takes an answer out of its envelope: `{ status, message, data }` or `{ success, message, data }` ("API reference"), the
 * same without `data`, and a bare list.
 */
export function openEnvelope(body: unknown, places: Places | null = null): Result<Opened, BodyProblem> {
  if (Array.isArray(body)) return ok({ content: { value: body, place: '' }, around: {}, body, places })
  if (!isFields(body)) return misshapen('')
  const denial = findDenial(body)
  if (denial !== null) return misshapen(denial)
  const data = own(body, 'data')
  if (data === undefined) return ok({ content: { value: body, place: '' }, around: body, body, places })
  return ok({ content: { value: data, place: 'data' }, around: body, body, places })
}

/** Decodes a body: JSON, without credentials, out of its envelope. Never throws. */
export const decodeBody =
  <T>(decode: Decoder<T>, places: Places | null = null): Decode<T> =>
  (answer: Answer) => {
    const json = readJson(answer)
    if (!json.ok) return json
    const opened = openEnvelope(withoutCredentials(json.value), places)
    return opened.ok ? decode(opened.value) : opened
  }
