import type { AppError } from '../../shared/errors'
import { perhapsGone } from '../../shared/litemail/rowReads'
import type { Result } from '../../shared/result'
import type { PartKey, Taken } from '../store/fleetRows'
import type { AccountRun } from './accountRun'
import type { ReadList } from './readNoun'

/** So many rows of a list are asked about one by one after a pass. */
const MOST_ASKED = 5

/** Rows that the service can be asked about one by one. */
type Single = 'mailboxes' | 'domains'

const isSingle = (noun: PartKey['noun']): noun is Single => noun === 'mailboxes' || noun === 'domains'

/** Asks about one row; its facts, ready to be taken. */
const readOne: {
  readonly [N in Single]: (
    run: AccountRun,
    id: string,
    workspaceId: string,
  ) => Promise<Result<Taken, AppError>>
} = {
  mailboxes: async (run, id, workspaceId) => {
    const read = await run.ask('mailboxes.get', { inputs: { id }, workspaceId })
    return read.ok ? { ok: true, value: { noun: 'mailboxes', rows: [read.value] } } : read
  },
  domains: async (run, id, workspaceId) => {
    const read = await run.ask('domains.get', { inputs: { id }, workspaceId })
    return read.ok ? { ok: true, value: { noun: 'domains', rows: [read.value] } } : read
  },
}

/**
 * Asks about a few rows that whole passes have just missed. Gone is what the service says is not there, and only while it
 * shows another row of the same list that way: a path that is not known, and a workspace that is not, answer 404 as well.
 * One without a word about the row is believed where that other row is shown before and after it.
 */
export async function confirmGone(run: AccountRun, lists: readonly ReadList[]): Promise<void> {
  for (const { key, pass, end } of lists) {
    if (run.cause !== null) return
    if (pass === null || pass.sample === null || end.end !== 'whole' || end.unseen === 0) continue
    if (isSingle(key.noun)) await confirmIn(run, { ...key, noun: key.noun }, pass.sample, pass.open.id)
  }
}

async function confirmIn(
  run: AccountRun,
  key: PartKey & { readonly noun: Single },
  sample: string,
  pass: number,
): Promise<void> {
  const { store, clock } = run.context
  const missed = await store.read('fleet.missed', { key, limit: MOST_ASKED })
  if (!missed.ok || missed.value.length === 0) return
  const shown = await readOne[key.noun](run, sample, key.workspaceId)
  if (!shown.ok) return
  const markGone = (serviceId: string) =>
    store.write('fleet.markGone', { accountId: key.accountId, noun: key.noun, serviceId, at: clock.now() })
  const doubtful: string[] = []
  for (const serviceId of missed.value) {
    const one = await readOne[key.noun](run, serviceId, key.workspaceId)
    if (run.isStopped) return
    if (one.ok) {
      await store.write('fleet.take', { part: run.part(key), taken: one.value, pass, at: clock.now() })
    } else if (one.error.kind === 'not-found') await markGone(serviceId)
    else if (perhapsGone(one.error) !== null) doubtful.push(serviceId)
  }
  if (doubtful.length === 0) return
  const isStillShown = await readOne[key.noun](run, sample, key.workspaceId)
  if (!isStillShown.ok || run.isStopped) return
  for (const serviceId of doubtful) await markGone(serviceId)
}
