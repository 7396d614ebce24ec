import type { Account } from '../../shared/account'
import type { AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import { type ListedAddress, problemOfList, readAddresses } from '../upstream/likedo/answers'
import { askLikeDo } from './apiPaths/askLikeDo'
import type { Pace } from './askService'
import type { Context } from './context'
import { noteKey } from './noteKey'

export const PAGE_SIZE = 100
const PAGE_TIMEOUT_MS = 15_000

export interface PagesWish {
  readonly account: Account
  readonly pace: Pace
  readonly mostPages: number
  readonly isStopped: () => boolean
  /** Takes one page over; `enough`: the ones behind it are not wanted. */
  readonly take: (page: readonly ListedAddress[]) => Promise<Result<'go-on' | 'enough', AppError>>
}

export interface PagesRead {
  readonly canList: boolean
  /** Pages that were asked for, the one that showed the end included. */
  readonly pages: number
  /** The list was read to its end: an empty page, or one without an address that was not on an earlier one. */
  readonly isWhole: boolean
}

/** Reads a service's list of addresses, newest page first, and learns about the key on the way. */
export async function readPages(context: Context, wish: PagesWish): Promise<Result<PagesRead, AppError>> {
  const seen = new Set<string>()
  for (let page = 1; page <= wish.mostPages; page++) {
    const read = await readPage(context, wish, page)
    if (wish.isStopped()) return err({ kind: 'interrupted' })
    if (!read.ok) return read
    if (read.value === null) return ok({ canList: false, pages: page, isWhole: false })
    const unseen = read.value.filter(({ email }) => !seen.has(email))
    if (unseen.length === 0) return ok({ canList: true, pages: page, isWhole: true })
    for (const { email } of unseen) seen.add(email)
    const taken = await wish.take(unseen)
    if (!taken.ok) return taken
    if (taken.value === 'enough') return ok({ canList: true, pages: page, isWhole: false })
  }
  return ok({ canList: true, pages: wish.mostPages, isWhole: false })
}

/** Null where the server has no list. */
async function readPage(
  context: Context,
  { account, pace, isStopped }: PagesWish,
  page: number,
): Promise<Result<readonly ListedAddress[] | null, AppError>> {
  const read = await askLikeDo(context, account, {
    ...{ operation: 'addresses.list', inputs: { page, pageSize: PAGE_SIZE } },
    ...{ timeoutMs: PAGE_TIMEOUT_MS, pace, read: readAddresses, problemIn: problemOfList },
  })
  if (isStopped()) return err({ kind: 'interrupted' })
  if (!read.ok) {
    if (read.error.kind === 'unauthorized') await noteKey(context, account, { keyStanding: 'refused' })
    return read
  }
  const { canList } = read.value
  const noted = await noteKey(context, account, { canList, ...(canList ? { keyStanding: 'accepted' } : {}) })
  if (!noted.ok) return noted
  return ok(read.value.canList ? read.value.addresses : null)
}
