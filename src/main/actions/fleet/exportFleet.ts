import type { Parsed } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import { ok, type Result } from '../../../shared/result'
import type { WrittenFile } from '../../../shared/transfer'
import { domainCsv, mailboxCsv } from '../../transfer/fleetCsv'
import { idsOf } from '../choice'
import type { Context } from '../context'
import { type ManyIds, type Writing, writeChosen } from '../writeChosen'

/** Places are the ids of rows of the fleet, and made such only as they are needed. */
const idsAt = (places: Result<Int32Array, AppError>): Result<ManyIds, AppError> =>
  places.ok
    ? ok({
        length: places.value.length,
        slice: (from, to) => Array.from(places.value.subarray(from, to), String),
      })
    : places

/** What is the same about both lists. */
const writing = ({ tellProgress }: Context, requestId: string) =>
  ({
    format: 'csv',
    tail: '',
    onProgress: (done, total) => tellProgress({ requestId, done, total }),
  }) satisfies Partial<Writing<never>>

/**
 * Writes mailboxes as CSV to a file that the user chooses: those of a choice, or all that a view matches now, in its order. Null
 * where no file was chosen. Nothing secret is in it: none is kept.
 */
export async function exportMailboxes(
  context: Context,
  { requestId, what }: Parsed<'mailboxes.export'>,
): Promise<Result<WrittenFile, AppError>> {
  const { store, clock } = context
  const ids = await ('view' in what
    ? store.read('mailboxes.places', { view: what.view, now: clock.now() }).then(idsAt)
    : idsOf(context, what))
  if (!ids.ok) return ids
  return writeChosen(context, {
    ...writing(context, requestId),
    what: 'mailboxes',
    ids: ids.value,
    read: (some) => store.read('mailboxes.several', some),
    head: () => mailboxCsv.head,
    piece: (rows) => mailboxCsv.piece(rows),
  })
}

/** As `exportMailboxes`, of domains. */
export async function exportDomains(
  context: Context,
  { requestId, what }: Parsed<'domains.export'>,
): Promise<Result<WrittenFile, AppError>> {
  const { store, clock } = context
  const ids = await ('view' in what
    ? store.read('domains.places', { view: what.view, now: clock.now() }).then(idsAt)
    : idsOf(context, what))
  if (!ids.ok) return ids
  return writeChosen(context, {
    ...writing(context, requestId),
    what: 'domains',
    ids: ids.value,
    read: (some) => store.read('domains.several', some),
    head: () => domainCsv.head,
    piece: (rows) => domainCsv.piece(rows),
  })
}
