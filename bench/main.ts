import { startSession } from '../test/support/desktop/session'
import { LARGE, MANY, measureColdStarts } from './coldStart'
import { measureCreates } from './create'
import { measureJob } from './job'
import { type ListTimes, measureList } from './list'
import { describeMachine, isBusy } from './machine'
import { measurePalette } from './palette'
import { measureQuickCreate } from './quickCreate'
import { beyond, figuresOf, table } from './report'
import { keepResults } from './results'
import { measureSync } from './sync'

export interface BenchOptions {
  /** Rounds that are counted. */
  readonly runs: number
  /** Answer false where something is far beyond its limit. */
  readonly isCheck: boolean
  /** What runs, for the results: Electron's version and the one that Mailroom is made for. */
  readonly electron: { readonly version: string; readonly pinnedVersion: string }
  /** What is said meanwhile. */
  readonly say: (sentence: string) => void
}

const LISTS = [
  ['addresses', MANY],
  ['addresses', LARGE],
  ['mailboxes', LARGE],
] as const
/** Creates for each round: they take little time, and vary more than starts. */
const CREATES_A_ROUND = 3
/** A shortcut is felt in its slow presses, and those need many to be seen. */
const SHORTCUTS = 50
const ENTERS = 20
/** The largest job that a plan can be. */
const JOB_ROWS = 5_000
/** More would be over what the free plan grants in a minute. */
const MOST_CREATES = 45

/**
 * Measures everything, prints it on standard output and keeps it in bench/results. Answers false where `isCheck` and a
 * figure is beyond one and a half times its limit.
 */
export async function bench({ runs, isCheck, electron, say }: BenchOptions): Promise<boolean> {
  const before = describeMachine()
  if (isBusy(before)) say(`This machine is busy (load ${before.load}): the figures are worth less.`)
  const session = await startSession()
  try {
    const { blank, mailrooms } = await measureColdStarts(session, runs, (round) =>
      say(round === 0 ? 'Starting everything once, not counted …' : `Starts: round ${round} of ${runs} …`),
    )
    say('Creating addresses at a LikeDo on this computer …')
    const creates = await measureCreates(session, Math.min(runs * CREATES_A_ROUND, MOST_CREATES))
    say('Calling quick create by its shortcut …')
    const quick = await measureQuickCreate(session, { keys: SHORTCUTS, enters: ENTERS })
    const lists: ListTimes[] = []
    for (const [list, rows] of LISTS) {
      say(`Searching and scrolling ${rows.toLocaleString('en')} ${list} …`)
      lists.push(await measureList(session, list, rows))
    }
    say(`Typing into the palette over ${LARGE.toLocaleString('en')} addresses and as many mailboxes …`)
    const palette = await measurePalette(session, LARGE)
    say(
      `Reading ${LARGE.toLocaleString('en')} mailboxes from a Litemail on this computer, for four minutes …`,
    )
    const sync = await measureSync(session, LARGE)
    say(`Exporting ${JOB_ROWS.toLocaleString('en')} mailboxes by one job …`)
    const job = await measureJob(session, JOB_ROWS)
    const after = describeMachine()
    const measured = { blank, mailrooms, creates, quick, lists, palette, sync, job }
    const figures = figuresOf(measured)
    console.log(table({ figures, blank, mailrooms, runs, machine: after, electron }))
    say(`Kept in ${keepResults({ electron, machine: { before, after }, runs, figures, ...measured })}`)
    const tooMuch = figures.filter(beyond)
    for (const { name } of tooMuch) say(`Far beyond its limit: ${name}`)
    return !isCheck || tooMuch.length === 0
  } finally {
    await session.close()
  }
}
