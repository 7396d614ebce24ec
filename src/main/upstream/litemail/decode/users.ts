import type { UserFacts } from '../../../../shared/litemail/facts'
import { ok, type Result } from '../../../../shared/result'
import type { BodyProblem } from '../../../rules/outcome'
import { below, misshapen } from '../envelope'
import type { Row } from '../fields'
import { oneOf } from '../rows'

/** A name in one field or in two; null where there is none. */
export const nameOf = (...parts: readonly (string | null)[]): string | null =>
  parts.filter((part) => part !== null).join(' ') || null

function decodeUser(row: Row): Result<UserFacts, BodyProblem> {
  const id = row.id('id', '_id', 'userId')
  if (id === null) return misshapen(below(row.place, 'id'))
  const email = row.word('email')
  const name = nameOf(row.text('firstName'), row.text('lastName')) ?? row.text('name')
  return ok({ id, email, name, plan: row.text('activePlan', 'plan'), other: row.others() })
}

/** Much has an id; whose key it is must not be told by something else. */
const isSurelyUser = ({ email }: UserFacts): boolean => email !== null

export const users = { 'users.get': oneOf('user', decodeUser, isSurelyUser) }
