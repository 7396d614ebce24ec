import type { AppError } from '../../../shared/errors'
import type { JobRow } from '../../../shared/job'
import type { LitemailAccount } from '../../../shared/litemail/account'
import type { ListPage } from '../../../shared/litemail/facts'
import { type WritingId, writingOf } from '../../../shared/litemail/writing'
import { err, ok, type Result } from '../../../shared/result'
import type { ShownRow } from '../../rules/effectShown'
import type { KnownRead } from '../../upstream/litemail/readAnswers'
import type { Inputs } from '../../upstream/mappedRequest'
import type { Context } from '../context'
import { readOperation } from '../litemail/readOperation'

/** How long a reading for one row may wait for its turn and its answer, in milliseconds. */
const WAIT_MS = 30_000

/** A list is looked through so far for one row. */
const MOST_PAGES = 5

type Shown = Result<ShownRow | null, AppError>

/**
 * Reads what a row was about, by the read that can show what became of it. Null: no read can show it, or it does not show the
 * row, which proves nothing.
 */
export async function readShown(
  context: Context,
  account: LitemailAccount,
  operation: WritingId,
  row: JobRow,
): Promise<Shown> {
  const ask = <O extends KnownRead>(read: O, inputs: Inputs = {}) =>
    readOperation(context, account, read, {
      ...{ inputs, workspaceId: row.workspaceId },
      ...{ pace: 'click', waitMs: WAIT_MS, timeoutMs: WAIT_MS },
    } as const)
  const id = row.target?.serviceId ?? ''
  switch (writingOf(operation).shownBy) {
    case 'mailboxes.get':
      return goneOr(await ask('mailboxes.get', { id }), (facts) => ({ noun: 'mailbox', facts }))
    case 'domains.get':
      return goneOr(await ask('domains.get', { id }), (facts) => ({ noun: 'domain', facts }))
    case 'wallet.balance': {
      const wallet = await ask('wallet.balance')
      return wallet.ok ? ok({ noun: 'wallet', facts: wallet.value }) : wallet
    }
    case 'workspaces.list':
      return find(
        (page) => ask('workspaces.list', { page }),
        id,
        (facts) => ({ noun: 'workspace', facts }),
      )
    case 'subscriptions.list':
      return find(
        (page) => ask('subscriptions.list', { page }),
        id,
        (facts) => ({ noun: 'subscription', facts }),
      )
    case 'tags.list':
      return find(
        (page) => ask('tags.list', { page }),
        id,
        (facts) => ({ noun: 'tag', facts }),
      )
    case 'dns.list': {
      const { domainId } = row.inputs
      if (typeof domainId !== 'string') return ok(null)
      const records = await ask('dns.list', { domainId })
      if (!records.ok) return records
      const facts = records.value.find((one) => one.id === id)
      return ok(facts === undefined ? null : { noun: 'record', facts })
    }
    default:
      return ok(null)
  }
}

/** The very row was asked for: that it is not there is said of it. */
const goneOr = <T>(read: Result<T, AppError>, shown: (facts: T) => ShownRow): Shown => {
  if (read.ok) return ok(shown(read.value))
  return read.error.kind === 'not-found' ? ok({ noun: 'gone' }) : err(read.error)
}

/** A list that does not show it proves nothing: it may be on a page that was not looked at. */
async function find<T extends { readonly id: string }>(
  read: (page: number) => Promise<Result<ListPage<T>, AppError>>,
  id: string,
  shown: (facts: T) => ShownRow,
): Promise<Shown> {
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await read(page)
    if (!answer.ok) return answer
    const facts = answer.value.rows.find((one) => one.id === id)
    if (facts !== undefined) return ok(shown(facts))
    if (answer.value.rows.length === 0 || answer.value.hasNext === false) return ok(null)
  }
  return ok(null)
}
