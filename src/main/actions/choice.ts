import { randomUUID } from 'node:crypto'
import type { Choice } from '../../shared/contract'
import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import type { Context } from './context'

/** All that views matched when they were chosen, by token; the oldest first. */
export type Snapshots = Map<string, readonly string[]>

/** A window has one choice at a time; a few more outlive dialogs that are still open. */
const KEPT_SNAPSHOTS = 4

/** Remembers all that a view matches now, in its order: what is listed later does not slip into the choice. */
export function takeSnapshot(
  { snapshots }: Context,
  ids: Result<string[], AppError>,
): Result<{ snapshot: string; ids: string[] }, AppError> {
  if (!ids.ok) return ids
  const snapshot = randomUUID()
  snapshots.set(snapshot, ids.value)
  for (const oldest of snapshots.keys()) if (snapshots.size > KEPT_SNAPSHOTS) snapshots.delete(oldest)
  return ok({ snapshot, ids: ids.value })
}

/** The ids of a choice, in its order, each once; not-found where its snapshot is no longer remembered. */
export async function idsOf(
  { snapshots }: Context,
  choice: Choice,
): Promise<Result<readonly string[], AppError>> {
  if ('ids' in choice) return ok([...new Set(choice.ids)])
  const ids = snapshots.get(choice.snapshot)
  if (ids === undefined) return err({ kind: 'not-found', what: 'snapshot' })
  const { except, from = 0, to = ids.length - 1, also = [] } = choice
  const left = new Set(except)
  return ok([...new Set([...ids.slice(from, to + 1).filter((id) => !left.has(id)), ...also])])
}
