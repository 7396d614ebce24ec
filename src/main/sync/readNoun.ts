import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import { isSameList } from '../rules/sameList'
import type { AccountRun } from './accountRun'
import { isResumable, type LearnedSizes, type ListKey, type ListPass, openPass } from './listPass'
import type { FleetPage, ListNoun } from './listReads'
import { failPass, type ListEnd, readList } from './readList'

/** What came of a list, for what is done after all of them. */
export interface ReadList {
  readonly key: ListKey
  /** Null: it was not begun. */
  readonly pass: ListPass | null
  readonly end: ListEnd
}

export interface NounWish {
  readonly noun: ListNoun
  /** '' alone where no workspaces are known. */
  readonly workspaceIds: readonly string[]
  readonly learned: LearnedSizes
}

/** What first pages show. */
interface Firsts {
  /** Passes that have their first page. */
  readonly begun: ReadonlyMap<string, ListPass>
  /** The first page of the list that is the same under every workspace; null: each has its own. */
  readonly common: FleetPage | null
}

/** A path that is not there, or not for this key, is not there under another workspace either. */
const isAboutAll = (error: AppError): boolean =>
  error.kind === 'no-such-path' || error.kind === 'operation-unauthorized'

/**
 * Reads one noun in all workspaces, one after the other; the last answers of one arrive while the next begins. Where the
 * first pages under two workspaces are the same the header is ignored, and the list is read once, without one.
 */
export async function readNoun(
  run: AccountRun,
  { noun, workspaceIds, learned }: NounWish,
): Promise<ReadList[]> {
  const keyOf = (workspaceId: string): ListKey => ({ accountId: run.account.id, noun, workspaceId })
  const whole = run.part(keyOf(''))
  if (workspaceIds.length < 2 || (whole.isHeaderIgnored && isResumable(whole, run.context.clock.now()))) {
    const keys = workspaceIds.length < 2 ? workspaceIds.map(keyOf) : [keyOf('')]
    return readAll(run, keys, new Map(), learned)
  }
  const keys = workspaceIds.map(keyOf)
  const firsts = await readFirsts(run, keys, learned)
  if (run.isStopped) return []
  if (!firsts.ok) {
    const told = whole.isHeaderIgnored ? [keyOf('')] : keys
    if (isAboutAll(firsts.error)) return failAll(run, told, firsts.error)
    return readAll(run, told, new Map(), learned)
  }
  const { begun, common } = firsts.value
  const isHeaderIgnored = common !== null
  if (isHeaderIgnored !== whole.isHeaderIgnored) await run.savePart({ ...whole, isHeaderIgnored })
  if (common === null) return readAll(run, keys, begun, learned)
  for (const { key } of begun.values()) {
    await run.savePart({ ...run.part(key), open: null })
    run.show(key, null)
  }
  const pass = await openPass(run, keyOf(''), learned)
  if (!pass.ok) return []
  await pass.value.take(1, common)
  return readAll(run, [keyOf('')], new Map([['', pass.value]]), learned)
}

/**
 * Reads first pages until two of them show anything; none where there is nothing to compare. Each is taken at once, so that
 * a crash loses none but the last.
 */
async function readFirsts(
  run: AccountRun,
  keys: readonly ListKey[],
  learned: LearnedSizes,
): Promise<Result<Firsts, AppError>> {
  const now = run.context.clock.now()
  const fresh = keys.filter((key) => !isResumable(run.part(key), now))
  const begun = new Map<string, ListPass>()
  let shown: FleetPage | null = null
  for (const key of fresh.length < 2 ? [] : fresh) {
    if (run.cause !== null) return err(run.cause)
    run.show(key, { state: 'reading', page: 1, pages: null })
    const pass = await openPass(run, key, learned)
    if (!pass.ok) return pass
    const before: FleetPage | null = shown
    const first = await takeFirst(pass.value, before)
    if (!first.ok) return first
    const page = first.value
    if (before !== null && isSameList(before.ids, page.ids)) return ok({ begun, common: before })
    begun.set(key.workspaceId, pass.value)
    if (before !== null && page.ids.length > 0) break
    if (page.ids.length > 0) shown = page
  }
  return ok({ begun, common: null })
}

/** Reads a first page and takes it, unless it is the same list as `other`. */
const takeFirst = (pass: ListPass, other: FleetPage | null): Promise<Result<FleetPage, AppError>> =>
  pass.run.inTurn(
    () => pass.readFirst(),
    async (page) => {
      if (!page.ok || (other !== null && isSameList(other.ids, page.value.ids))) return page
      const taken = await pass.take(1, page.value)
      return taken.ok ? page : taken
    },
  )

async function readAll(
  run: AccountRun,
  keys: readonly ListKey[],
  begun: ReadonlyMap<string, ListPass>,
  learned: LearnedSizes,
): Promise<ReadList[]> {
  const lists: Promise<ReadList>[] = []
  let problem: AppError | null = null
  for (const key of keys) {
    const why = problem ?? run.cause
    if (run.isStopped) break
    if (why !== null) {
      lists.push(...(await failAll(run, [key], why)).map((list) => Promise.resolve(list)))
      continue
    }
    const opened = begun.get(key.workspaceId)
    const pass =
      opened === undefined ? await openPass(run, key, learned) : { ok: true as const, value: opened }
    if (!pass.ok) {
      run.end(pass.error)
      continue
    }
    const reading = readList(pass.value)
    lists.push(reading.ended.then((end) => ({ key, pass: pass.value, end })))
    await reading.asked
    // Nothing of it came: then why is more than the affair of this list, perhaps.
    const end = pass.value.open.done === 0 ? await reading.ended : null
    if (end?.end === 'failed' && isAboutAll(end.problem)) problem = end.problem
  }
  return Promise.all(lists)
}

/** Says of lists that were not begun why not; what is open of them stays. */
const failAll = (run: AccountRun, keys: readonly ListKey[], problem: AppError): Promise<ReadList[]> =>
  Promise.all(
    keys.map(async (key) => ({
      key,
      pass: null,
      end: await failPass(run, key, run.part(key).open, problem),
    })),
  )
