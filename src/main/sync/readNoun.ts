import type { AppError } from '../../shared/errors'
import { err, type Result } from '../../shared/result'
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

/** A list whose first page is read, but not taken yet. */
interface Held {
  readonly pass: ListPass
  readonly page: FleetPage
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
  const firsts = await holdFirsts(run, keys, learned)
  if (run.isStopped) return []
  if (!firsts.ok) {
    if (isAboutAll(firsts.error)) return failAll(run, keys, firsts.error)
    return readAll(run, keys, new Map(), learned)
  }
  const [one, other] = firsts.value.filter(({ page }) => page.ids.length > 0)
  const isIgnored = one !== undefined && other !== undefined && isSameList(one.page.ids, other.page.ids)
  if (isIgnored !== whole.isHeaderIgnored) await run.savePart({ ...whole, isHeaderIgnored: isIgnored })
  if (!isIgnored) return readHeld(run, keys, firsts.value, learned)
  for (const { pass } of firsts.value) run.show(pass.key, null)
  const pass = await openPass(run, keyOf(''), learned)
  return pass.ok ? readHeld(run, [keyOf('')], [{ pass: pass.value, page: one.page }], learned) : []
}

/** First pages until two of them show anything; none where there is nothing to compare. */
async function holdFirsts(
  run: AccountRun,
  keys: readonly ListKey[],
  learned: LearnedSizes,
): Promise<Result<Held[], AppError>> {
  const now = run.context.clock.now()
  const fresh = keys.filter((key) => !isResumable(run.part(key), now))
  const held: Held[] = []
  for (const key of fresh.length < 2 ? [] : fresh) {
    if (held.filter(({ page }) => page.ids.length > 0).length === 2) break
    if (run.cause !== null) return err(run.cause)
    run.show(key, { state: 'reading', page: 1, pages: null })
    const pass = await openPass(run, key, learned)
    if (!pass.ok) return pass
    const page = await pass.value.readFirst()
    if (!page.ok) return page
    held.push({ pass: pass.value, page: page.value })
  }
  return { ok: true, value: held }
}

/** Takes over what is read already before anything else is asked: so a crash loses none of it. */
async function readHeld(
  run: AccountRun,
  keys: readonly ListKey[],
  held: readonly Held[],
  learned: LearnedSizes,
): Promise<ReadList[]> {
  const begun = new Map<string, ListPass>()
  for (const { pass, page } of held) {
    const taken = await pass.take(1, page)
    if (taken.ok) begun.set(pass.key.workspaceId, pass)
  }
  return readAll(run, keys, begun, learned)
}

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
