import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
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
  /** Lists that did not show theirs. */
  readonly failed: readonly ReadList[]
  /** The first page of the list that is the same under every workspace; null: each has its own. */
  readonly common: FleetPage | null
}

const isOfPath = (problem: AppError | null): boolean =>
  problem?.kind === 'no-such-path' || problem?.kind === 'operation-unauthorized'

/**
 * Why the lists that are left need not be asked for: a path that was not there, or not for this key, under two workspaces is
 * not there under any. Under one it may be the workspace that is gone, which is answered alike.
 */
function problemOfAll(lists: readonly ReadList[]): AppError | null {
  const problems = lists.map(({ end }) => (end.end === 'failed' ? end.problem : null))
  return problems.length > 1 && problems.every(isOfPath) ? (problems[0] ?? null) : null
}

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
    return readAll(run, keys, { begun: new Map(), problem: null, learned })
  }
  const keys = workspaceIds.map(keyOf)
  const { begun, failed, common } = await readFirsts(run, keys, learned)
  if (run.isStopped) return []
  const isHeaderIgnored = common !== null || (begun.size === 0 && whole.isHeaderIgnored)
  if (isHeaderIgnored !== whole.isHeaderIgnored) await run.savePart({ ...whole, isHeaderIgnored })
  if (!isHeaderIgnored) {
    const left = keys.filter((key) => !failed.some((list) => list.key === key))
    return [...failed, ...(await readAll(run, left, { begun, problem: problemOfAll(failed), learned }))]
  }
  for (const { key } of begun.values()) {
    await run.savePart({ ...run.part(key), open: null })
    run.show(key, null)
  }
  const problem = failed.flatMap(({ end }) => (end.end === 'failed' ? [end.problem] : []))[0] ?? null
  if (common === null) return readAll(run, [keyOf('')], { begun, problem, learned })
  const pass = await openPass(run, keyOf(''), learned)
  if (!pass.ok) return []
  await pass.value.take(1, common)
  return readAll(run, [keyOf('')], { begun: new Map([['', pass.value]]), problem: null, learned })
}

/**
 * Reads first pages until two of them show anything; none where there is nothing to compare. Each is taken at once, so that
 * a crash loses none but the last.
 */
async function readFirsts(run: AccountRun, keys: readonly ListKey[], learned: LearnedSizes): Promise<Firsts> {
  const now = run.context.clock.now()
  const fresh = keys.filter((key) => !isResumable(run.part(key), now))
  const begun = new Map<string, ListPass>()
  const failed: ReadList[] = []
  let shown: FleetPage | null = null
  for (const key of fresh.length < 2 ? [] : fresh) {
    if (run.cause !== null || (begun.size === 0 && problemOfAll(failed) !== null)) break
    run.show(key, { state: 'reading', page: 1, pages: null })
    const before: FleetPage | null = shown
    const pass = await openPass(run, key, learned)
    const first: Result<FleetPage, AppError> = pass.ok ? await takeFirst(pass.value, before) : pass
    if (run.isStopped) break
    if (!pass.ok || !first.ok) {
      const problem = pass.ok ? first : pass
      if (!problem.ok) failed.push({ key, pass: null, end: await failPass(run, key, null, problem.error) })
      continue
    }
    const page: FleetPage = first.value
    if (before !== null && isSameList(before.ids, page.ids)) return { begun, failed, common: before }
    begun.set(key.workspaceId, pass.value)
    run.show(key, { state: 'waiting', page: 2, pages: pass.value.open.pages })
    if (before !== null && page.ids.length > 0) break
    if (page.ids.length > 0) shown = page
  }
  return { begun, failed, common: null }
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
  from: {
    readonly begun: ReadonlyMap<string, ListPass>
    /** Why none of them needs to be asked for; null: nothing stands against it. */
    readonly problem: AppError | null
    readonly learned: LearnedSizes
  },
): Promise<ReadList[]> {
  const lists: Promise<ReadList>[] = []
  const ended: ReadList[] = []
  for (const key of keys) {
    const problem = from.problem ?? run.cause ?? problemOfAll(ended)
    if (run.isStopped) break
    if (problem !== null) {
      const end = await failPass(run, key, run.part(key).open, problem)
      lists.push(Promise.resolve({ key, pass: null, end }))
      continue
    }
    const begun = from.begun.get(key.workspaceId)
    const pass = begun === undefined ? await openPass(run, key, from.learned) : ok(begun)
    if (!pass.ok) {
      run.end(pass.error)
      continue
    }
    const reading = readList(pass.value)
    const list = reading.ended.then((end) => ({ key, pass: pass.value, end }))
    // What is thrown is met where all lists are awaited; until then nobody is to take it for unheard.
    list.catch(() => undefined)
    lists.push(list)
    await reading.asked
    // Nothing of it came: then why may be more than the affair of this list.
    ended.push(
      ...(pass.value.open.done === 0
        ? [await list]
        : [{ key, pass: pass.value, end: { end: 'stopped' } } as const]),
    )
  }
  return Promise.all(lists)
}
