import { randomUUID } from 'node:crypto'
import type { OpenedApiFile } from '../../../shared/apiFile'
import type { AppError } from '../../../shared/errors'
import { err, ok, type Result } from '../../../shared/result'
import { fileNames } from '../../../shared/text/files'
import type { WrittenFile } from '../../../shared/transfer'
import { effectiveMap } from '../../rules/apiMap'
import type { KeptApiMap } from '../../transfer/apiFileContent'
import { nameOf } from '../../transfer/importFile'
import { mapsText } from '../../transfer/mapsFile'
import { type ApiFileThread, readApiFile } from '../../transfer/readApiFile'
import { writeFile } from '../../transfer/writeFile'
import type { Context } from '../context'
import { findAskedAccount } from './askedAccount'
import { takeApiPaths } from './changeApiPaths'
import { suggestMaps } from './suggestMaps'

/** What is remembered of a file between opening and taking it. */
interface OpenedMaps {
  readonly accountId: string
  readonly source: 'openapi' | 'import'
  readonly maps: readonly KeptApiMap[]
}

/**
 * The user chooses a file that says how operations are asked: OpenAPI, or maps that Mailroom wrote. Answers what it would
 * change; null where none was chosen. Changes nothing, sends nothing. `api-file`, `file`: it cannot be taken.
 */
export async function openApiFile(
  context: Context,
  accountId: string,
  thread: ApiFileThread = {},
): Promise<Result<OpenedApiFile | null, AppError>> {
  const account = await findAskedAccount(context, accountId)
  if (!account.ok) return account
  const path = await context.files.open('api-paths')
  if (path === null) return ok(null)
  const content = await readApiFile(path, thread)
  if (!content.ok) return content
  const { kind } = content.value
  if (kind === 'maps' && content.value.service !== account.value.service) {
    return err({ kind: 'api-file', problem: 'other-service', line: null })
  }
  const kept = await context.store.read('apiMaps.list', accountId)
  if (!kept.ok) return kept
  const changed = new Map(kept.value.map(({ operation, map }) => [operation, map]))
  const now = new Map(
    account.value.operations.map((one) => [one.id, effectiveMap(one, changed.get(one.id) ?? null)]),
  )
  const { suggestions, same, leftOut } = suggestMaps(account.value, content.value, (id) => {
    const map = now.get(id)
    // Cannot be: only operations of this very account are asked for.
    if (map === undefined) throw new Error(`no operation ${id}`)
    return map
  })
  const token = randomUUID()
  const maps = suggestions.map(({ operation, map }) => ({ operation, map }))
  const opened: OpenedMaps = { accountId, source: kind === 'maps' ? 'import' : 'openapi', maps }
  // One at a time: what is not taken is not kept.
  for (const [other, { what }] of context.openedFiles)
    if (what === 'api-paths') context.openedFiles.delete(other)
  context.openedFiles.set(token, { path, what: 'api-paths', content: opened })
  return ok({
    file: token,
    fileName: nameOf(path),
    kind,
    suggestions: [...suggestions],
    same,
    leftOut: [...leftOut],
  })
}

/**
 * Has some operations asked as an opened file says, all of them or none; the file is closed then. `not-found`: it is not open
 * any more, or says nothing of one of them. `invalid-input`: one cannot be asked so.
 */
export async function takeApiFile(
  context: Context,
  { accountId, file, operations }: { accountId: string; file: string; operations: readonly string[] },
): Promise<Result<void, AppError>> {
  const found = context.openedFiles.get(file)
  if (found?.what !== 'api-paths') return err({ kind: 'not-found', what: 'file' })
  // `openApiFile` alone puts these there.
  const { accountId: openedFor, source, maps } = found.content as OpenedMaps
  if (openedFor !== accountId) return err({ kind: 'not-found', what: 'file' })
  const changes = maps.filter(({ operation }) => operations.includes(operation))
  if (changes.length < new Set(operations).size) return err({ kind: 'not-found', what: 'operation' })
  const taken = await takeApiPaths(context, { accountId, changes, source })
  if (taken.ok) context.openedFiles.delete(file)
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
  const at = context.clock.now()
  const { service } = account.value
  const path = await context.files.save('json', fileNames.apiPaths(at, service))
  if (path === null) return ok(null)
  const text = mapsText(at, service, kept.value)
  async function* pieces() {
    yield ok(text)
  }
  const written = await writeFile(path, pieces())
  return written.ok ? ok({ fileName: nameOf(path), count: kept.value.length, bytes: written.value }) : written
}
