import type { AppError } from '../../../shared/errors'
import type { JobRow } from '../../../shared/job'
import type { LitemailAccount } from '../../../shared/litemail/account'
import { type WritingId, writingOf } from '../../../shared/litemail/writing'
import { err, ok, type Result } from '../../../shared/result'
import type { Made } from '../../rules/creation'
import type { ShownRow } from '../../rules/effectShown'
import type { KnownRead, ReadAnswers } from '../../upstream/litemail/readAnswers'
import type { Inputs } from '../../upstream/mappedRequest'
import type { Context } from '../context'
import { type ReadWish, readOperation } from '../litemail/readOperation'

/** How long a reading for one row may wait for its turn and its answer, in milliseconds. */
const WAIT_MS = 30_000

/** A list is looked through so far for one row. */
const MOST_PAGES = 5

type Shown = Result<ShownRow | null, AppError>

/** Reads of one look at rows: what several of them need is read once. */
export interface Look {
  ask<O extends KnownRead>(
    read: O,
    workspaceId: string,
    inputs?: Inputs,
  ): Promise<Result<ReadAnswers[O], AppError>>
  /** How many requests it has cost so far. */
  readonly asked: number
}

/** A look at rows of an account, for its user who waits, or behind everything else. */
export function lookAt(context: Context, account: LitemailAccount, pace: ReadWish['pace']): Look {
  const answers = new Map<string, Promise<Result<unknown, AppError>>>()
  return {
    ask<O extends KnownRead>(read: O, workspaceId: string, inputs: Inputs = {}) {
      const key = JSON.stringify([read, workspaceId, inputs])
      const known = answers.get(key)
      // What stands under a key is the answer of its read.
      if (known !== undefined) return known as Promise<Result<ReadAnswers[O], AppError>>
      const answer = readOperation(context, account, read, {
        ...{ inputs, workspaceId, pace },
        ...{ waitMs: WAIT_MS, timeoutMs: WAIT_MS },
      })
      answers.set(key, answer)
      return answer
    },
    get asked() {
      return answers.size
    },
  }
}

/**
 * Reads what a row was about, by the read that can show what became of it. Null: no read can show it, or it does not show the
 * row, which proves nothing.
 */
export async function readShown(look: Look, operation: WritingId, row: JobRow): Promise<Shown> {
  const { workspaceId } = row
  const id = row.target?.serviceId ?? ''
  switch (writingOf(operation).shownBy) {
    case 'mailboxes.get':
      return goneOr('mailbox', id, await look.ask('mailboxes.get', workspaceId, { id }), (facts) => ({
        noun: 'mailbox',
        facts,
      }))
    case 'domains.get':
      return goneOr('domain', id, await look.ask('domains.get', workspaceId, { id }), (facts) => ({
        noun: 'domain',
        facts,
      }))
    case 'wallet.balance': {
      const wallet = await look.ask('wallet.balance', workspaceId)
      return wallet.ok ? ok({ noun: 'wallet', facts: wallet.value }) : wallet
    }
    case 'workspaces.list':
      return first(look, 'workspaces.list', row, (facts) => ({ noun: 'workspace', facts }))
    case 'subscriptions.list':
      return first(look, 'subscriptions.list', row, (facts) => ({ noun: 'subscription', facts }))
    case 'tags.list':
      return first(look, 'tags.list', row, (facts) => ({ noun: 'tag', facts }))
    case 'dns.list': {
      const { domainId } = row.inputs
      if (typeof domainId !== 'string') return ok(null)
      const records = await look.ask('dns.list', workspaceId, { domainId })
      if (!records.ok) return records
      const facts = records.value.find((one) => one.id === id)
      return ok(facts === undefined ? null : { noun: 'record', facts })
    }
    default:
      return ok(null)
  }
}

/** The very row was asked for: that it is not there is said of it, and an answer about another one says nothing. */
const goneOr = <T extends { readonly id: string }>(
  what: 'mailbox' | 'domain',
  id: string,
  read: Result<T, AppError>,
  shown: (facts: T) => ShownRow,
): Shown => {
  if (read.ok) return ok(read.value.id === id ? shown(read.value) : null)
  return isRowGone(read.error, what) ? ok({ noun: 'gone' }) : err(read.error)
}

/** Whether the service says that the very row is not there; that an account is not, it does not say of its rows. */
export const isRowGone = (error: AppError, what: 'mailbox' | 'domain'): boolean =>
  error.kind === 'not-found' && error.what === what

type Listed = 'workspaces.list' | 'subscriptions.list' | 'tags.list' | 'mailboxes.list' | 'domains.list'
type RowOf<O extends Listed> = ReadAnswers[O]['rows'][number]

/** Rows of a list, page by page, as far as it is looked through. */
async function rowsOf<O extends Listed>(
  look: Look,
  read: O,
  workspaceId: string,
  inputs: Inputs = {},
): Promise<Result<RowOf<O>[], AppError>> {
  const rows = new Map<string, RowOf<O>>()
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await look.ask(read, workspaceId, { ...inputs, page })
    if (!answer.ok) return answer
    const { rows: found, hasNext, total } = answer.value
    const before = rows.size
    // The rows of each of these lists are those of its answer.
    for (const row of found as readonly RowOf<O>[]) rows.set(row.id, row)
    // Some services answer every page with the same rows.
    if (rows.size === before || hasNext === false || rows.size >= (total ?? Number.POSITIVE_INFINITY)) break
  }
  return ok([...rows.values()])
}

/** A list that does not show it proves nothing: it may be on a page that was not looked at. */
async function first<O extends Listed>(
  look: Look,
  read: O,
  { workspaceId, target }: JobRow,
  shown: (facts: RowOf<O>) => ShownRow,
): Promise<Shown> {
  const rows = await rowsOf(look, read, workspaceId)
  if (!rows.ok) return rows
  const facts = rows.value.find((one) => one.id === target?.serviceId)
  return ok(facts === undefined ? null : shown(facts))
}

/** Rows of the list that would show what a row makes; each may be what it made. */
export async function readMade(
  look: Look,
  made: Made,
  { workspaceId, inputs }: JobRow,
): Promise<Result<readonly object[], AppError>> {
  switch (made.list) {
    case 'mailboxes':
      return rowsOf(look, 'mailboxes.list', workspaceId, { contains: made.email })
    case 'domains':
      return rowsOf(look, 'domains.list', workspaceId, { contains: made.name })
    case 'workspaces':
      return rowsOf(look, 'workspaces.list', workspaceId)
    case 'tags':
      return rowsOf(look, 'tags.list', workspaceId)
    case 'records': {
      const { domainId } = inputs
      return typeof domainId === 'string' ? look.ask('dns.list', workspaceId, { domainId }) : ok([])
    }
    default:
      return made satisfies never
  }
}
