import type { AccountRun } from './accountRun'
import { confirmGone } from './confirmGone'
import type { LearnedSizes } from './listPass'
import type { ListNoun } from './listReads'
import { type ReadList, readNoun } from './readNoun'
import { readUser, readWallet } from './readSmall'

/** A pass that did not meet everything is followed by another one so much later, in milliseconds. */
const AGAIN_AFTER_MS = 5_000

/** What is read beside the mailboxes. */
const beside: readonly ListNoun[] = ['domains', 'subscriptions', 'tags']

/**
 * Reads everything of an account: who the user is, the workspaces, then the mailboxes of all of them, and beside them, in a
 * lane of their own, the wallet and the other lists.
 */
export async function readAccount(run: AccountRun): Promise<void> {
  const learned: LearnedSizes = new Map()
  await showWaiting(run)
  await readUser(run)
  const wallet = readWallet(run)
  const workspaceIds = await readWorkspaces(run, learned)
  const read = (noun: ListNoun) => readNoun(run, { noun, workspaceIds, learned })
  const readBeside = async (): Promise<ReadList[]> => {
    const lists: ReadList[] = []
    for (const noun of beside) lists.push(...(await read(noun)))
    return lists
  }
  const [mailboxes, others] = await Promise.all([read('mailboxes'), readBeside(), wallet])
  const lists = await readAgain(run, [...mailboxes, ...others], learned)
  await confirmGone(run, lists)
}

/** The ids that are known once the list of workspaces is read; '' alone where none are. */
async function readWorkspaces(run: AccountRun, learned: LearnedSizes): Promise<readonly string[]> {
  const list = () => readNoun(run, { noun: 'workspaces', workspaceIds: [''], learned })
  const [read] = await list()
  if (read?.end.end === 'incomplete') {
    await run.rest(AGAIN_AFTER_MS)
    await list()
  }
  return workspaceIdsOf(run)
}

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
async function showWaiting(run: AccountRun): Promise<void> {
  const { id: accountId } = run.account
  const waiting = { state: 'waiting', page: null, pages: null } as const
  const single = ['user', 'workspaces', 'wallet'] as const
  for (const noun of single) run.show({ accountId, noun, workspaceId: '' }, waiting)
  for (const workspaceId of await workspaceIdsOf(run)) {
    for (const noun of ['mailboxes', ...beside] as const) run.show({ accountId, noun, workspaceId }, waiting)
  }
}
