import type { FleetNoun } from '../../shared/litemail/fleet'
import type { PartKey } from '../store/fleetRows'
import type { AccountRun } from './accountRun'
import { confirmGone } from './confirmGone'
import type { LearnedSizes } from './listPass'
import type { ListNoun } from './listReads'
import { ofWorkspace, partKeys } from './partKeys'
import { type ReadList, readNoun } from './readNoun'
import { readUser, readWallet } from './readSmall'

/** A pass that did not meet everything is followed by another one so much later, in milliseconds. */
const AGAIN_AFTER_MS = 5_000

/** What is read beside the mailboxes. */
const beside: readonly ListNoun[] = ['domains', 'subscriptions', 'tags']

/** Everything, or only what did not come to its end the last time. */
type Extent = 'lists' | 'rest'

/** Whether a list is to be read. */
export type Wanted = (key: PartKey) => boolean

export const wantedOf = (run: AccountRun, extent: Extent): Wanted => {
  if (extent === 'lists') return () => true
  return (key) => {
    const { open, problem, at } = run.part(key)
    return open !== null || problem !== null || at === null
  }
}

/**
 * Reads an account: who the user is, the workspaces, then the mailboxes of all of them, and beside them, in a lane of their
 * own, the wallet and the other lists. `isHeaderKnown`: it is not looked again whether workspaces are told apart.
 */
export async function readAccount(run: AccountRun, isWanted: Wanted, isHeaderKnown = false): Promise<void> {
  const learned: LearnedSizes = new Map()
  const ofAll = (noun: FleetNoun): PartKey => ({ accountId: run.account.id, noun, workspaceId: '' })
  await showWaiting(run, isWanted)
  if (isWanted(ofAll('user'))) await readUser(run)
  const wallet = isWanted(ofAll('wallet')) ? readWallet(run) : null
  // What is thrown is met where everything is awaited; until then nobody is to take it for unheard.
  wallet?.catch(() => undefined)
  if (isWanted(ofAll('workspaces'))) await readWorkspaces(run, learned)
  const known = await workspaceIdsOf(run)
  await showWaiting(run, (key) => ofWorkspace.includes(key.noun) && isWanted(key))
  const read = (noun: ListNoun): Promise<ReadList[]> => {
    // Which of them is asked about makes no difference: it is read as a whole, or not at all.
    const whole = run.part(ofAll(noun))
    const workspaceIds = whole.isHeaderIgnored
      ? (isHeaderKnown ? [''] : known).filter(() => isWanted(whole))
      : known.filter((workspaceId) => isWanted({ ...whole, workspaceId }))
    return readNoun(run, { noun, workspaceIds, learned })
  }
  const readBeside = async (): Promise<ReadList[]> => {
    const lists: ReadList[] = []
    for (const noun of beside) lists.push(...(await read(noun)))
    return lists
  }
  const [mailboxes, others] = await Promise.all([read('mailboxes'), readBeside(), wallet])
  const lists = await readAgain(run, [...mailboxes, ...others], learned)
  await confirmGone(run, lists)
}

async function readWorkspaces(run: AccountRun, learned: LearnedSizes): Promise<void> {
  const list = () => readNoun(run, { noun: 'workspaces', workspaceIds: [''], learned })
  const [read] = await list()
  if (read?.end.end !== 'incomplete') return
  await run.rest(AGAIN_AFTER_MS)
  await list()
}

/** The ids that are known; '' alone where none are. */
async function workspaceIdsOf({ context, account }: AccountRun): Promise<readonly string[]> {
  const known = await context.store.read('fleet.workspaces', account.id)
  const ids = known.ok ? known.value.map(({ serviceId }) => serviceId) : []
  return ids.length === 0 ? [''] : ids
}

/** Lists that were not met whole are read once more, soon. */
async function readAgain(
  run: AccountRun,
  lists: readonly ReadList[],
  learned: LearnedSizes,
): Promise<readonly ReadList[]> {
  const short = lists.filter(({ end }) => end.end === 'incomplete').map(({ key }) => key)
  if (short.length === 0 || run.cause !== null) return lists
  for (const key of short) run.show(key, { state: 'waiting', page: null, pages: null })
  await run.rest(AGAIN_AFTER_MS)
  const again: ReadList[] = []
  for (const { noun, workspaceId } of short) {
    again.push(...(await readNoun(run, { noun, workspaceIds: [workspaceId], learned })))
  }
  return [...lists.filter(({ end }) => end.end !== 'incomplete'), ...again]
}

/** Everything that will be read waits for its turn, where anybody can see it. */
async function showWaiting(run: AccountRun, isWanted: Wanted): Promise<void> {
  const keys = partKeys(run.account.id, await workspaceIdsOf(run), run.parts())
  for (const key of keys.filter(isWanted)) run.show(key, { state: 'waiting', page: null, pages: null })
}
