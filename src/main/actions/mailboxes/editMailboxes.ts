import type { EditableMailbox, Tagging } from '../../../shared/assignment'
import type { Parsed } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import { MOST_PLANNED } from '../../../shared/plan'
import { err, ok, type Result } from '../../../shared/result'
import { retag } from '../../rules/retag'
import type { StoredEditable } from '../../store/assigning'
import { idsOf } from '../choice'
import type { Context } from '../context'
import { prepareRows } from '../jobs/prepareRows'

/** So many mailboxes are changed by hand, each by its own. */
const MOST_BY_HAND = 100

async function chosenOf(
  context: Context,
  choice: Parsed<'mailboxes.editable'>['choice'],
): Promise<Result<StoredEditable[], AppError>> {
  const ids = await idsOf(context, choice)
  if (!ids.ok) return ids
  if (ids.value.length > MOST_PLANNED) return err({ kind: 'invalid-input', issues: ['choice: too many'] })
  return context.store.read('assigning.editable', ids.value)
}

/** The chosen mailboxes with what can be changed of each; the first hundred. */
export async function readEditable(
  context: Context,
  { choice }: Parsed<'mailboxes.editable'>,
): Promise<Result<{ rows: EditableMailbox[]; count: number }, AppError>> {
  const chosen = await chosenOf(context, choice)
  if (!chosen.ok) return chosen
  return ok({
    rows: chosen.value.slice(0, MOST_BY_HAND).map(({ tags: _tags, ...row }) => row),
    count: chosen.value.length,
  })
}

/**
 * What giving and taking tags would change of the chosen mailboxes. The service takes all tags of a mailbox at once, so each
 * row says all that it is to have; those of which Mailroom does not know what they have are left out.
 */
export async function readTagging(
  context: Context,
  { choice, give, take }: Parsed<'mailboxes.readTagging'>,
): Promise<Result<Tagging, AppError>> {
  const chosen = await chosenOf(context, choice)
  if (!chosen.ok) return chosen
  const [first] = chosen.value
  if (first === undefined) return err({ kind: 'not-found', what: 'mailbox' })
  const accounts = new Set(chosen.value.map(({ accountId }) => accountId)).size
  const known = await context.store.read('tags.known', first.accountId)
  if (!known.ok) return known
  const tags = known.value.rows.map(({ serviceId, name, color }) => ({ id: serviceId, name, color }))
  const { rows, counts, ...others } = retag(chosen.value, tags, { give, take })
  const prepared =
    accounts > 1
      ? null
      : prepareRows(context, { operation: 'mailboxes.update', accountId: first.accountId, rows })
  return ok({
    ...{ chosen: chosen.value.length, accounts, changed: rows.length, prepared, ...others },
    tags: tags.map((tag) => ({ ...tag, count: counts.get(tag.id) ?? 0 })),
  })
}
