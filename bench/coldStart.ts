import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { runtimeForTests } from '../test/support/app/runtime'
import type { Session } from '../test/support/desktop/session'
import { fillAddresses, fillMailboxes } from './filled'
import { measureStart, placeProbe, type Start, type Subject } from './start'

/** Every start of one subject, a round each. */
export interface Starts {
  readonly name: string
  readonly starts: readonly Start[]
}

/** The rows of the larger profile. */
export const MANY = 10_000
/** As many as a list has to bear. */
export const LARGE = 100_000

/**
 * Starts a blank Electron window and Mailroom with an empty and with a large list in turns, so that what slows the
 * machine down slows all of them. The first round warms the disk's cache and Chromium's, and is not counted.
 */
export async function measureColdStarts(
  session: Session,
  runs: number,
  onRound: (round: number) => void,
): Promise<{ readonly blank: Starts; readonly mailrooms: readonly Starts[] }> {
  const { executable } = runtimeForTests()
  const probe = placeProbe(session)
  const [blank, ...mailrooms] = [
    blankWindow(session),
    await mailroom(session, 'an empty list', 0),
    await mailroom(session, `${MANY.toLocaleString('en')} addresses`, MANY),
    await fleet(session, LARGE),
  ] as const
  const subjects: readonly Subject[] = [blank, ...mailrooms]
  const counted = new Map(subjects.map((subject) => [subject, [] as Start[]]))
  for (let round = 0; round <= runs; round++) {
    onRound(round)
    // Whoever comes first in one round comes last in the next.
    const turn = round % subjects.length
    for (const subject of [...subjects.slice(turn), ...subjects.slice(0, turn)]) {
      const start = await measureStart(session, executable, probe, subject)
      if (round > 0) counted.get(subject)?.push(start)
    }
  }
  const startsOf = (subject: Subject): Starts => ({
    name: subject.name,
    starts: counted.get(subject) ?? [],
  })
  return { blank: startsOf(blank), mailrooms: mailrooms.map(startsOf) }
}

function blankWindow(session: Session): Subject {
  const folder = join(session.makeFolder('blank'), 'application')
  cpSync(join(import.meta.dirname, 'blank'), folder, { recursive: true })
  return { name: 'a blank window', args: [folder], usable: '', until: ['ready-to-show'] }
}

const isListed = "document.querySelector('[role=row][data-row]:not([aria-busy=true])') !== null"

/** Mailroom with its account and so many addresses of the last year, all of them settled. */
async function mailroom(session: Session, name: string, rows: number): Promise<Subject> {
  const { appFolder } = runtimeForTests()
  if (appFolder === null) throw new Error('what is measured is started from its folder')
  const userData = await fillAddresses(session, rows)
  // An empty list says so in words beside the button that makes the first address.
  const isSaidEmpty =
    "document.querySelector('main h2') !== null && document.querySelector('main button') !== null"
  return {
    name,
    args: [appFolder, `--user-data-dir=${userData}`],
    usable: rows > 0 ? isListed : isSaidEmpty,
    until: ['usable', 'show'],
  }
}

/** Mailroom with a fleet of so many mailboxes that was read before, and that its user looked at last. */
async function fleet(session: Session, rows: number): Promise<Subject> {
  const { appFolder } = runtimeForTests()
  if (appFolder === null) throw new Error('what is measured is started from its folder')
  const userData = await fillMailboxes(session, rows)
  return {
    name: `${rows.toLocaleString('en')} mailboxes`,
    args: [appFolder, `--user-data-dir=${userData}`],
    usable: `document.querySelector('[role=grid][aria-label=Mailboxes]') !== null && ${isListed}`,
    until: ['usable', 'show'],
  }
}
