import * as z from 'zod'
import { type AppError, appErrorSchema } from '../../shared/errors'
import type { SqlValue } from './sql'

/** The text of a column that always has one. What is not text, as only a damaged file holds, is empty. */
export const textIn = (value: SqlValue | undefined): string => (typeof value === 'string' ? value : '')
export const textOrNull = (value: SqlValue | undefined): string | null =>
  typeof value === 'string' ? value : null
export const numberIn = (value: SqlValue | undefined): number => (typeof value === 'number' ? value : 0)
export const numberOrNull = (value: SqlValue | undefined): number | null =>
  typeof value === 'number' ? value : null
export const claimIn = (value: SqlValue | undefined): boolean => value === 1
export const claimOrNull = (value: SqlValue | undefined): boolean | null =>
  value === null || value === undefined ? null : claimIn(value)
export const toClaim = (claim: boolean): 0 | 1 => (claim ? 1 : 0)
export const toClaimOrNull = (claim: boolean | null): 0 | 1 | null => (claim === null ? null : toClaim(claim))

/** What a column holds, or `otherwise` where that is nothing the schema knows. */
export const knownIn = <T>(schema: z.ZodType<T>, value: unknown, otherwise: T): T => {
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : otherwise
}

/** A column that holds JSON; `otherwise` where it does not, or not what was expected. */
export const jsonIn = <T>(schema: z.ZodType<T>, value: SqlValue | undefined, otherwise: T): T => {
  if (typeof value !== 'string') return otherwise
  try {
    return knownIn(schema, JSON.parse(value), otherwise)
  } catch {
    return otherwise
  }
}

const names = z.array(z.string())
export const namesIn = (value: SqlValue | undefined): string[] => jsonIn(names, value, [])

/** A stored problem; one that cannot be read becomes a fault of Mailroom that names the row. */
export const problemIn = (value: SqlValue | undefined, id: string): AppError | null =>
  value === null || value === undefined
    ? null
    : jsonIn<AppError>(appErrorSchema, value, { kind: 'internal', ref: `stored-${id}` })
