import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import { judgePass } from '../rules/passEnd'
import { isAtEnd, pagesToAsk } from '../rules/passPages'
import { isPause } from '../rules/readFailure'
import type { FleetPartRow, PartKey } from '../store/fleetRows'
import type { AccountRun } from './accountRun'
import { giveUpRest } from './giveUpRest'
import type { ListKey, ListPass } from './listPass'
import { emptyPage, type FleetPage, readPage } from './listReads'

/** So many pages of a list are asked for at a time: at 300 ms for an answer two would do. */
const MOST_UNDER_WAY = 3

/** How a pass ended. `unseen`: rows that it did not meet. `stopped`: nothing more may be written. */
export type ListEnd =
  | { readonly end: 'whole'; readonly unseen: number }
  | { readonly end: 'incomplete' | 'stopped' }
  | { readonly end: 'failed'; readonly problem: AppError }

export interface ListReading {
  /** Resolves when nothing is left to ask for: another list may begin while the last answers arrive. */
  readonly asked: Promise<void>
  readonly ended: Promise<ListEnd>
}

/** Another page came in place of the list, and the service itself answers all the same: its path is wrong. */
const isOfPath = ({ cause }: AccountRun, problem: AppError): boolean =>
  cause === null &&
  problem.kind === 'bad-response' &&
  (problem.problem === 'html' || problem.problem === 'redirect')

/** Whether a list that failed goes on from its place by itself, or with its user's next token. */
export const isPaused = (run: AccountRun, problem: AppError): boolean =>
  (isPause(problem) && !isOfPath(run, problem)) ||
  (problem.kind === 'unauthorized' &&
    run.account.authentication === 'jwt' &&
    run.account.keyEndsAt !== null &&
    run.account.keyEndsAt <= run.context.clock.now())

/** Reads a list from where its pass stands to its end, several pages at a time. */
export function readList(pass: ListPass): ListReading {
  let setAsked = () => {}
  const asked = new Promise<void>((resolve) => {
    setAsked = resolve
  })
  const ended = readPages(pass, setAsked)
    .then((problem) => endPass(pass, problem))
    .finally(setAsked)
  return { asked, ended }
}

/** Answers why it did not come to the end; null: it did. */
async function readPages(pass: ListPass, setAsked: () => void): Promise<AppError | null> {
  const { run, key } = pass
  const underWay = new Map<number, Promise<void>>()
  let problem: AppError | null = null

  const ask = async (page: number): Promise<Result<FleetPage, AppError> | null> => {
    // What was to be found out may have been while it waited for its turn.
    if (problem !== null || run.cause !== null || isAtEnd(pass.open)) return null
    return page === 1 ? pass.readFirst() : readBehindFirst(pass, page)
  }
  const readOne = (page: number): Promise<void> =>
    run.inTurn(
      () => ask(page),
      async (read) => {
        if (read === null || run.isStopped) return
        const taken = read.ok ? await pass.take(page, read.value) : read
        if (!taken.ok) problem ??= taken.error
      },
    )

  for (;;) {
    const mayAsk = problem === null && run.cause === null
    // Only its answer says how many pages there are, and of which size.
    const most = pass.open.done === 0 ? 1 : MOST_UNDER_WAY
    const pages = mayAsk ? pagesToAsk(pass.open, [...underWay.keys()], most) : []
    for (const page of pages) {
      underWay.set(
        page,
        readOne(page).finally(() => underWay.delete(page)),
      )
    }
    if (underWay.size > 0) {
      run.show(key, { state: 'reading', page: pass.open.done + 1, pages: pass.open.pages })
    }
    if (!mayAsk || pagesToAsk(pass.open, [...underWay.keys()], Number.POSITIVE_INFINITY).length === 0)
      setAsked()
    if (underWay.size === 0) return problem ?? run.cause
    await Promise.race(underWay.values())
  }
}

/** Some services answer 404 behind their last page. It is taken for that only while the list itself is there. */
async function readBehindFirst(
  { run, key, open }: ListPass,
  page: number,
): Promise<Result<FleetPage, AppError>> {
  const ask = (number: number) =>
    readPage(run, key.noun, { workspaceId: key.workspaceId, page: number, size: open.pageSize })
  const read = await ask(page)
  if (read.ok || read.error.kind !== 'no-such-path') return read
  const first = await ask(1)
  return first.ok ? ok(emptyPage(page)) : read
}

async function endPass(pass: ListPass, problem: AppError | null): Promise<ListEnd> {
  const { run, key, open } = pass
  if (run.isStopped) return { end: 'stopped' }
  if (problem !== null)
    return failPass(run, key, open.done > 0 || open.ahead.length > 0 ? open : null, problem)
  const kept = open.met > 0 ? 0 : await countKept(run, key)
  const at = run.context.clock.now()
  const { pageSize } = open
  const sizes = { pageSize, isOwnSize: pageSize === null }
  const read: FleetPartRow = { ...run.part(key), ...sizes, at, problem: null, open: null }
  if (judgePass(open, kept) === 'incomplete') {
    const saved = await run.savePart({ ...read, isIncomplete: true })
    run.show(key, null)
    return saved.ok ? { end: 'incomplete' } : { end: 'failed', problem: saved.error }
  }
  const part = { ...read, wholeAt: at, isIncomplete: false }
  const ended = await run.context.store.write('fleet.endWhole', { part, pass: open.id, at })
  if (!ended.ok) run.end(ended.error)
  else run.notePart({ ...part, doubt: ended.value.doubt })
  if (ended.ok && ended.value.gone > 0) await giveUpRest(run.context, key)
  run.show(key, null)
  return ended.ok ? { end: 'whole', unseen: ended.value.unseen } : { end: 'failed', problem: ended.error }
}

/** Keeps the place of a pass, and why it does not go on. `open`: null where it did not get as far as a page. */
export async function failPass(
  run: AccountRun,
  key: PartKey,
  open: ListPass['open'] | null,
  problem: AppError,
): Promise<ListEnd> {
  run.noteFailure(key, problem)
  await run.savePart({ ...run.part(key), problem, open: open && { ...open, problem } })
  const { done, pages } = open ?? { done: 0, pages: null }
  run.show(key, isPaused(run, problem) ? { state: 'paused', page: done + 1, pages } : null)
  return { end: 'failed', problem }
}

/** How many rows the end of a whole pass would be about. */
async function countKept(run: AccountRun, key: ListKey): Promise<number> {
  const count = await run.context.store.read('fleet.known', run.part(key))
  // Not known counts as some: nothing is taken for empty.
  return count.ok ? count.value : 1
}
