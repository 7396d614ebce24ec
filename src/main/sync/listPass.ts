import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import { isOlder, OLDEST_PASS_MS } from '../rules/fleetAge'
import {
  isCutShort,
  isSizeRefused,
  isUncut,
  LARGEST_PAGE,
  type PageSize,
  smallerSize,
} from '../rules/pageSize'
import { countFresh, learnFrom, passPage } from '../rules/passPages'
import type { FleetPartRow, OpenPass, PartKey } from '../store/fleetRows'
import type { AccountRun } from './accountRun'
import { type FleetPage, type ListNoun, readPage } from './listReads'

/** Which list. */
export interface ListKey extends PartKey {
  readonly noun: ListNoun
}

/** A pass over one list, from where it stands. */
export interface ListPass {
  readonly run: AccountRun
  readonly key: ListKey
  /** As far as its rows are taken. */
  readonly open: OpenPass
  /** An id that the service has just shown; null: none yet. */
  readonly sample: string | null
  /** Asks for the first page, in the size that the service grants. Takes nothing. */
  readFirst(): Promise<Result<FleetPage, AppError>>
  /** Takes a page over. One at a time, in the order of asking, so that a crash loses no more than the one in hand. */
  take(page: number, read: FleetPage): Promise<Result<void, AppError>>
}

/** Lists that are mostly shorter than a page: it is not worth a request more to see that nothing is behind their end. */
const isSmall = (noun: ListNoun): boolean => noun !== 'mailboxes' && noun !== 'domains'

/** What was learned of the size of pages in this run, by noun; null: as the service likes. */
export type LearnedSizes = Map<ListNoun, PageSize>

const newPass = (id: number, startedAt: number, pageSize: PageSize): OpenPass => ({
  id,
  startedAt,
  pageSize,
  done: 0,
  ahead: [],
  perPage: null,
  pages: null,
  most: null,
  met: 0,
  stale: 0,
  firstEmpty: null,
  lastFilled: 0,
  hasGap: false,
  problem: null,
})

/** Whether a pass can be gone on with: what its first pages said is not yet old. */
export const isResumable = ({ open }: FleetPartRow, now: number): boolean =>
  open !== null && (open.done > 0 || open.ahead.length > 0) && !isOlder(open.startedAt, OLDEST_PASS_MS, now)

/** Goes on with the pass that is open, or begins one. */
export async function openPass(
  run: AccountRun,
  key: ListKey,
  learned: LearnedSizes,
): Promise<Result<ListPass, AppError>> {
  const { store, clock } = run.context
  const before = run.part(key)
  const now = clock.now()
  let open = before.open
  if (open === null || !isResumable(before, now)) {
    const id = await store.write('fleet.nextPass')
    if (!id.ok) return id
    const kept = before.isOwnSize ? null : (before.pageSize ?? LARGEST_PAGE)
    const size = learned.has(key.noun) ? (learned.get(key.noun) ?? null) : kept
    open = newPass(id.value, now, size)
  }
  return ok(passFrom(run, key, open, learned))
}

function passFrom(run: AccountRun, key: ListKey, from: OpenPass, learned: LearnedSizes): ListPass {
  const { store, clock } = run.context
  let open = from
  let sample: string | null = null
  let taking: Promise<unknown> = Promise.resolve()

  const takeNow = async (page: number, read: FleetPage): Promise<Result<void, AppError>> => {
    const at = clock.now()
    const { rows, total } = read.facts
    const facts = isSmall(key.noun) && isUncut(read.facts) ? { ...read.facts, pages: 1 } : read.facts
    const part = (): FleetPartRow => {
      const kept = run.part(key)
      return { ...kept, at, announced: total ?? kept.announced }
    }
    sample = read.ids[0] ?? sample
    open = learnFrom(open, facts)
    if (read.writes.length === 0) {
      open = countFresh(passPage(open, page, rows), 0)
      return run.savePart({ ...part(), open })
    }
    let fresh = 0
    for (const [index, taken] of read.writes.entries()) {
      if (run.isStopped) return ok(undefined)
      const isLast = index === read.writes.length - 1
      const place = { ...(isLast ? passPage(open, page, rows) : open), met: open.met + fresh }
      const met = await store.write('fleet.take', {
        part: { ...part(), open: place },
        taken,
        pass: open.id,
        at,
      })
      if (!met.ok) {
        run.end(met.error)
        return met
      }
      fresh += met.value.fresh
    }
    open = countFresh(passPage(open, page, rows), fresh)
    run.notePart({ ...part(), open })
    return ok(undefined)
  }

  return {
    run,
    key,
    get open() {
      return open
    },
    get sample() {
      return sample
    },
    async readFirst() {
      for (let size: PageSize = open.pageSize; ; ) {
        const read = await readPage(run, key.noun, { workspaceId: key.workspaceId, page: 1, size })
        const smaller = smallerSize(size)
        const isTooLarge = read.ok ? isCutShort(size, read.value.facts) : isSizeRefused(read.error)
        if (isTooLarge && smaller !== undefined) {
          size = smaller
          continue
        }
        open = { ...open, pageSize: size }
        if (read.ok) learned.set(key.noun, size)
        return read
      }
    },
    take(page, read) {
      const taken = taking.then(() => takeNow(page, read))
      taken.catch(() => undefined)
      taking = taken
      return taken
    },
  }
}
