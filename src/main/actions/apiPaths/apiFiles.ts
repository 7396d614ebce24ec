import { randomUUID } from 'node:crypto'
import type { ChosenApiFile, OpenedApiFile } from '../../../shared/apiFile'
import type { AppError } from '../../../shared/errors'
import { err, ok, type Result } from '../../../shared/result'
import { fileNames } from '../../../shared/text/files'
import type { WrittenFile } from '../../../shared/transfer'
import { effectiveMap } from '../../rules/apiMap'
import type { KeptApiMap } from '../../transfer/apiFileContent'
import type { ReadApiFile } from '../../transfer/apiFileThread'
import { nameOf } from '../../transfer/importFile'
import { mapsText } from '../../transfer/mapsFile'
import { type ApiFileThread, readApiFile } from '../../transfer/readApiFile'
import { writeFile } from '../../transfer/writeFile'
import type { Context } from '../context'
import { findAskedAccount, isChangedMap, isDocumented } from './askedAccount'
import { takeApiPaths } from './changeApiPaths'
import { type MapNow, type Suggestions, suggestMaps } from './suggestMaps'

/** What is remembered of a file between its choice and its taking. */
interface OpenedMaps {
  readonly accountId: string
  /** Ends reading it. */
  readonly stop: AbortController
  /** What it says; null: not read yet. */
  readonly said: { readonly source: 'openapi' | 'import'; readonly maps: readonly KeptApiMap[] } | null
}

function findFile(context: Context, accountId: string, file: string): OpenedMaps | null {
  const found = context.openedFiles.get(file)
  if (found?.what !== 'api-paths') return null
  // `openApiFile` alone puts these there.
  const opened = found.content as OpenedMaps
  return opened.accountId === accountId ? opened : null
}

const isClosed = err({ kind: 'not-found' as const, what: 'file' as const })

/**
 * The user chooses a file that should say how operations are asked; null where none was chosen. One at a time: the one before
 * is closed. Nothing of it is read yet.
 */
export async function openApiFile(
  context: Context,
  accountId: string,
): Promise<Result<ChosenApiFile | null, AppError>> {
  const account = await findAskedAccount(context, accountId)
  if (!account.ok) return account
  const path = await context.files.open('api-paths')
  if (path === null) return ok(null)
  for (const [other, { what }] of context.openedFiles) if (what === 'api-paths') closeApiFile(context, other)
  const file = randomUUID()
  const content: OpenedMaps = { accountId, stop: new AbortController(), said: null }
  context.openedFiles.set(file, { path, what: 'api-paths', content })
  return ok({ file, fileName: nameOf(path) })
}

/** Forgets a file that was chosen; where it is being read, that ends. */
export function closeApiFile(context: Context, file: string): void {
  const found = context.openedFiles.get(file)
  if (found?.what !== 'api-paths') return
  context.openedFiles.delete(file)
  // As above.
  const { stop } = found.content as OpenedMaps
  stop.abort()
}

/**
 * Reads a file that was chosen, OpenAPI or maps that Mailroom wrote: what it would change. Changes nothing, sends nothing.
 * `api-file`, `file`: it cannot be taken, and is closed. `not-found`: it is not open, or was closed meanwhile.
 */
export async function readChosenApiFile(
  context: Context,
  { accountId, file }: { accountId: string; file: string },
  thread: Omit<ApiFileThread, 'signal'> = {},
): Promise<Result<OpenedApiFile, AppError>> {
  const opened = findFile(context, accountId, file)
  const path = context.openedFiles.get(file)?.path
  if (opened === null || path === undefined) return isClosed
  const read = await suggestionsOf(
    context,
    accountId,
    readApiFile(path, { ...thread, signal: opened.stop.signal }),
  )
  if (findFile(context, accountId, file) === null) return isClosed
  if (!read.ok) {
    closeApiFile(context, file)
    return read
  }
  const { kind, suggestions, same, confirmed, leftOut } = read.value
  const maps = [...suggestions.map(({ operation, map }) => ({ operation, map })), ...confirmed]
  const said: OpenedMaps['said'] = { source: kind === 'maps' ? 'import' : 'openapi', maps }
  context.openedFiles.set(file, { path, what: 'api-paths', content: { ...opened, said } })
  return ok({
    ...{ file, fileName: nameOf(path), kind, same, leftOut },
    suggestions: [...suggestions],
    confirmed: confirmed.map(({ operation }) => operation),
  })
}

/** What a file says of an account's operations that is not so already. */
async function suggestionsOf(
  context: Context,
  accountId: string,
  reading: Promise<ReadApiFile | null>,
): Promise<Result<Suggestions & { readonly kind: OpenedApiFile['kind'] }, AppError>> {
  const account = await findAskedAccount(context, accountId)
  const content = await reading
  if (content === null) return isClosed
  if (!account.ok) return account
  if (!content.ok) return content
  const { kind } = content.value
  if (kind === 'maps' && content.value.service !== account.value.service) {
    return err({ kind: 'api-file', problem: 'other-service', line: null })
  }
  const kept = await context.store.read('apiMaps.list', accountId)
  if (!kept.ok) return kept
  const now = new Map(
    account.value.operations.map((one): readonly [string, MapNow] => {
      const mine = kept.value.find(({ operation }) => operation === one.id) ?? null
      return [one.id, { map: effectiveMap(one, mine?.map ?? null), isDocumented: isDocumented(one, mine) }]
    }),
  )
  const suggested = await suggestMaps(account.value, content.value, (id) => {
    const found = now.get(id)
    // Cannot be: only operations of this very account are asked for.
    if (found === undefined) throw new Error(`no operation ${id}`)
    return found
  })
  return ok({ kind, ...suggested })
}

/**
 * Has some operations asked as an opened file says, all of them or none; the file is closed then. `not-found`: it is not open
 * any more, or says nothing of one of them. `invalid-input`: one cannot be asked so.
 */
export async function takeApiFile(
  context: Context,
  { accountId, file, operations }: { accountId: string; file: string; operations: readonly string[] },
): Promise<Result<void, AppError>> {
  const said = findFile(context, accountId, file)?.said ?? null
  if (said === null) return isClosed
  const changes = said.maps.filter(({ operation }) => operations.includes(operation))
  if (changes.length < new Set(operations).size) return err({ kind: 'not-found', what: 'operation' })
  const taken = await takeApiPaths(context, { accountId, changes, source: said.source })
  if (taken.ok) closeApiFile(context, file)
  return taken
}

/** Writes how an account has its operations asked, where that is not as the table says, to a file that the user chooses. */
export async function exportApiPaths(
  context: Context,
  accountId: string,
): Promise<Result<WrittenFile, AppError>> {
  const account = await findAskedAccount(context, accountId)
  if (!account.ok) return account
  const kept = await context.store.read('apiMaps.list', accountId)
  if (!kept.ok) return kept
  const changed = kept.value.filter((one) => isChangedMap(account.value, one))
  const at = context.clock.now()
  const { service } = account.value
  const path = await context.files.save('json', fileNames.apiPaths(at, service))
  if (path === null) return ok(null)
  const text = mapsText(at, service, changed)
  async function* pieces() {
    yield ok(text)
  }
  const written = await writeFile(path, pieces())
  return written.ok ? ok({ fileName: nameOf(path), count: changed.length, bytes: written.value }) : written
}
