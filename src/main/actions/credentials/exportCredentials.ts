import type { Parsed } from '../../../shared/contract'
import type { WrittenCredentials } from '../../../shared/credentials'
import type { AppError } from '../../../shared/errors'
import type { Mailbox } from '../../../shared/mailbox'
import { err, ok, type Result } from '../../../shared/result'
import { fileNames } from '../../../shared/text/files'
import { type CredentialRow, credentialHead, credentialLine, isUnread } from '../../transfer/credentialCsv'
import { nameOf } from '../../transfer/importFile'
import { partOf, writeFile } from '../../transfer/writeFile'
import { readMailboxSecrets } from '../../upstream/litemail/mailboxSecrets'
import type { Context } from '../context'
import { findLitemailAccount } from '../litemail/account'
import { readWith } from '../litemail/readOperation'
import { chosenMailboxes } from './exportPlan'
import { judgeShowing } from './judgeShowing'

/** One that waits for its turn or its answer; four are on their way at a time, so that a slow answer keeps the pace. */
const AHEAD = 4
/** A sync, clicks and other exports may all be before it, in milliseconds. */
const WAIT_MS = 120_000
const TIMEOUT_MS = 30_000
const WISH = { pace: 'window', isPressed: true, waitMs: WAIT_MS, timeoutMs: TIMEOUT_MS } as const

/** An export that is under way, by its request id. */
export type CredentialExports = Map<string, { cancel(): void; readonly ended: Promise<unknown> }>

const cancelled = Symbol('cancelled')

/**
 * Writes what opens the chosen mailboxes to a CSV file that their user chooses, as it comes from the service, one request for
 * each behind clicks. The file appears whole: until then it is a part beside it that its user alone can read, and that is
 * gone where this is cancelled, fails, or Mailroom is killed (at the next start). What could not be read is named in its
 * row; where nothing could, there is no file. A lock or sleep does not stop it: its user started it. Null: no file was
 * chosen, or it was cancelled. `count`: the number that its user typed; `invalid-input` where it is another by now.
 */
export async function exportCredentials(
  context: Context,
  { requestId, what, count }: Parsed<'credentials.export'>,
): Promise<Result<WrittenCredentials, AppError>> {
  const may = await judgeShowing(context)
  if (!may.ok) return may
  const mailboxes = await chosenMailboxes(context, what)
  if (!mailboxes.ok) return mailboxes
  if (mailboxes.value.length !== count) return err({ kind: 'invalid-input', issues: ['count: changed'] })
  const { credentialExports, clock, files } = context
  const path = await files.save('csv', fileNames.export(clock.now(), 'csv', 'credentials'))
  if (path === null) return ok(null)
  let cancel = () => {}
  const stopped = new Promise<typeof cancelled>((resolve) => {
    cancel = () => resolve(cancelled)
  })
  const ended = writeCredentials(context, { requestId, mailboxes: mailboxes.value, path, stopped })
  credentialExports.set(requestId, { cancel, ended })
  return ended.finally(() => credentialExports.delete(requestId))
}

/** Ends an export; nothing of it is left. One that has ended already stays as it is. */
export const cancelCredentialExport = ({ credentialExports }: Context, requestId: string): void =>
  credentialExports.get(requestId)?.cancel()

interface Export {
  readonly requestId: string
  readonly mailboxes: readonly Mailbox[]
  readonly path: string
  readonly stopped: Promise<typeof cancelled>
}

async function writeCredentials(
  context: Context,
  { requestId, mailboxes, path, stopped }: Export,
): Promise<Result<WrittenCredentials, AppError>> {
  const { store, tellProgress } = context
  const total = mailboxes.length
  let unread = 0
  let firstProblem: AppError | null = null

  async function* pieces(): AsyncGenerator<Result<string, AppError | typeof cancelled>> {
    yield ok(credentialHead)
    tellProgress({ requestId, done: 0, total })
    let done = 0
    for await (const row of readInOrder(context, mailboxes, stopped)) {
      if (row === cancelled) return yield err(cancelled)
      if (context.line.isClosed) return yield err({ kind: 'interrupted' })
      if (!row.read.ok) firstProblem ??= row.read.error
      if (isUnread(row)) unread += 1
      done += 1
      yield ok(credentialLine(row))
      tellProgress({ requestId, done, total })
    }
    if (unread === total && firstProblem !== null) return yield err(firstProblem)
    // Before the file is in its place: there is none that Activity does not tell of.
    const noted = await noteExport(context, mailboxes, total - unread)
    if (!noted.ok) yield noted
  }

  const part = partOf(path)
  // What is in it must not outlive a crash.
  const remembered = await store.write('partFiles.note', part)
  if (!remembered.ok) return remembered
  const written = await writeFile(path, pieces(), part)
  await store.write('partFiles.forget', part)
  if (written.ok) return ok({ fileName: nameOf(path), count: total - unread, unread, bytes: written.value })
  return written.error === cancelled ? ok(null) : err(written.error)
}

const noteExport = ({ store, clock }: Context, mailboxes: readonly Mailbox[], count: number) => {
  const accounts = new Set(mailboxes.map(({ accountId }) => accountId))
  const [accountId = null] = accounts.size === 1 ? accounts : []
  return store.write('doings.note', {
    ...{ kind: 'credentials.export', what: null, accountId, email: null, count, at: clock.now() },
  })
}

/** The rows in their order, some of them asked for ahead; ends with `cancelled`. */
async function* readInOrder(
  context: Context,
  mailboxes: readonly Mailbox[],
  stopped: Promise<typeof cancelled>,
): AsyncGenerator<CredentialRow | typeof cancelled> {
  const closed = new Map<string, AppError>()
  const ahead: Promise<CredentialRow>[] = []
  for (let next = 0; next < mailboxes.length || ahead.length > 0; ) {
    const mailbox = mailboxes[next]
    if (mailbox !== undefined && ahead.length < AHEAD) {
      ahead.push(readOne(context, mailbox, closed))
      next += 1
      continue
    }
    const first = ahead.shift()
    if (first === undefined) return
    const row = await Promise.race([stopped, first])
    yield row
    if (row === cancelled) return
  }
}

/** `closed`: accounts that answer nothing more, and why; their other mailboxes are not asked for. */
async function readOne(
  context: Context,
  mailbox: Mailbox,
  closed: Map<string, AppError>,
): Promise<CredentialRow> {
  const known = closed.get(mailbox.accountId)
  if (known !== undefined) return { mailbox, read: err(known) }
  const { accountId, workspaceId, serviceId, email } = mailbox
  const account = await findLitemailAccount(context, accountId)
  const wish = { ...WISH, workspaceId, inputs: { id: serviceId } }
  const read = account.ok
    ? await readWith(context, account.value, 'mailboxes.get', wish, (exchange, asked) =>
        readMailboxSecrets({ serviceId, email }, exchange, asked),
      )
    : account
  if (!read.ok && closes(read.error)) closed.set(accountId, read.error)
  return { mailbox, read }
}

/** What stands against one mailbox and will stand against the others of its account. */
function closes({ kind }: AppError): boolean {
  switch (kind) {
    case 'no-connection':
    case 'unauthorized':
    case 'operation-unauthorized':
    case 'other-user':
    case 'keychain':
    case 'storage':
    case 'interrupted':
      return true
    default:
      return false
  }
}
