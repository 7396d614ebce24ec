import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import Database from 'libsql'
import { beforeAll, describe, expect, it } from 'vitest'
import { settleRow } from '../../../src/main/actions/jobs/settleRow'
import { stopJob } from '../../../src/main/actions/jobs/steerJob'
import { recoverJournal } from '../../../src/main/actions/recoverJournal'
import { withoutPace } from '../../support/actions/withoutPace'
import { openWorld, take } from '../../support/actions/world'
import type { WriteOrder } from '../../support/actions/writeCrashChild'
import {
  drawFault,
  drawPresses,
  fillPools,
  graveWrites,
  killMoments,
  lastFault,
} from '../../support/actions/writeCrashPlan'
import { LITEMAIL_KEY, type Litemail, startLitemail } from '../../support/litemail/server'
import { type Random, randomFrom } from '../../support/random'
import { bundleForNode, bundleStoreWorker } from '../store/bundleStoreWorker'

const PROFILES = 8
const RUNS = process.env.MAILROOM_LONG === '1' ? 125 : 25
const HOLDS = { domains: 1, mailboxes: 1, tags: 1, subscriptions: 1 }
/** What a killed process wrote is there, wherever: in memory it costs no disk anything. */
const PLACE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

let childFile: string
let workerFile: string
beforeAll(async () => {
  // With all its packages but the native one: hundreds of starts look for no module.
  childFile = fileURLToPath(
    await bundleForNode('test/support/actions/writeCrashChild.ts', 'write-crash-child'),
  )
  workerFile = fileURLToPath(await bundleStoreWorker())
})

interface Life {
  readonly process: ChildProcess
  /** Resolves when it has said that its profile is open, or has ended. */
  readonly opened: Promise<void>
  /** Its exit code; null where it was killed. */
  readonly ended: Promise<number | null>
}

function live(order: WriteOrder): Life {
  const process_ = spawn(process.execPath, [childFile, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => process_.once('close', resolve))
  const heard = createInterface({ input: process_.stdout })
  const said = new Promise<void>((resolve) => heard.once('line', () => resolve()))
  return { process: process_, opened: Promise.race([said, ended.then(() => undefined)]), ended }
}

const isWrite = ({ method }: { readonly method: string }): boolean => method !== 'GET'
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** One life: presses, meets faults, and is killed at a drawn moment. What did not go as it should, in words. */
async function crash(litemail: Litemail, order: WriteOrder, random: Random): Promise<string[]> {
  const moment = random.pick(killMoments)
  const killing = random.integer(1, 6)
  const last = lastFault(moment, random.chance(0.7))
  const afterMs = random.pick([0, 0, 1, 3, 10, 40])
  let arrived = 0
  litemail.faults((arrival) => {
    if (!isWrite(arrival)) return undefined
    arrived += 1
    return arrived === killing && last !== undefined ? last : drawFault(random)
  })
  const life = live(order)
  let reached = 0
  const kill = () => life.process.kill('SIGKILL')
  const watched = moment === 'late' ? 'received' : moment
  const stops =
    watched === 'open' || watched === 'ended'
      ? []
      : [
          litemail.on(watched, (arrival) => {
            if (!isWrite(arrival)) return
            reached += 1
            if (reached === killing) kill()
          }),
        ]
  if (moment === 'open') {
    await life.opened
    await pause(afterMs)
    kill()
  }
  const code = await life.ended
  for (const stop of stops) stop()
  litemail.clearFaults()
  litemail.release()
  await litemail.settled()
  return code === 0 || code === null ? [] : [`a life ended with ${code}`]
}

interface SeenRow {
  readonly operation: string
  readonly state: string
  /** All that is written down of it. */
  readonly words: string
}

/** The rows as the last life left them. */
function look(folder: string): SeenRow[] {
  const database = new Database(join(folder, 'mailroom.sqlite'))
  database.pragma('busy_timeout = 5000')
  const rows = database
    .prepare(
      `SELECT b.operation, r.state, r.inputs AS words FROM job_rows AS r JOIN jobs AS b ON b.id = r.job_id
       WHERE b.begun_at IS NOT NULL`,
    )
    .all()
  database.close()
  // As the statement names them.
  return rows as SeenRow[]
}

/** How often the service acted on a mark, and how it stands here. */
function standing(litemail: Litemail, rows: readonly SeenRow[], operation: string, mark: string) {
  const mine = rows.filter((row) => row.operation === operation && row.words.includes(mark))
  const acts = litemail.acts(mark).filter((act) => act.operation === operation)
  return { acts: acts.length, states: mine.map(({ state }) => state) }
}

const open = ['done', 'unconfirmed', 'sending']

/** What of the promises does not hold. */
function findBroken(
  litemail: Litemail,
  rows: readonly SeenRow[],
  intents: ReadonlyMap<string, string>,
): string[] {
  return [...intents].flatMap(([mark, operation]) => {
    const { acts, states } = standing(litemail, rows, operation, mark)
    const words = `${operation} ${mark}: ${acts} acts, ${states.join(', ') || 'no row'}`
    if (acts > 1) return [`acted on twice: ${words}`]
    if (acts === 1 && !states.some((state) => open.includes(state))) return [`forgotten: ${words}`]
    return acts === 0 && states.includes('done') ? [`claimed: ${words}`] : []
  })
}

/** The last start: what was not sent is given up, what a read shows is settled by it, and the rest by its user, who looks. */
async function settleAll(litemail: Litemail, order: WriteOrder, intents: ReadonlyMap<string, string>) {
  const world = await openWorld(pathToFileURL(order.workerFile), order.folder)
  const context = withoutPace(world.context)
  const { store } = context
  try {
    const [account] = take(await store.read('litemail.accounts'))
    if (account === undefined) return { broken: ['the account is gone'], byRead: 0, byUser: 0 }
    take(await context.keys.keep(account, order.key))
    take(await recoverJournal(context))
    const unconfirmed: string[] = []
    const jobs = take(await store.read('jobs.open')).map(({ id }) => id)
    for (const id of jobs) {
      take(await stopJob(context, id))
    }
    const database = new Database(join(order.folder, 'mailroom.sqlite'))
    unconfirmed.push(
      ...(
        database.prepare("SELECT id FROM job_rows WHERE state = 'unconfirmed'").all() as { id: string }[]
      ).map(({ id }) => id),
    )
    database.close()
    let byRead = 0
    const left: string[] = []
    for (const id of unconfirmed) {
      // A read may be refused: then it shows nothing.
      const checked = await settleRow(context, id, 'check')
      if (checked.ok && checked.value.state === 'done') byRead += 1
      else left.push(id)
    }
    const broken = findBroken(litemail, look(order.folder), intents)
    for (const id of left) {
      const row = take(await store.read('jobs.row', id))
      const job = take(await store.read('jobs.get', row?.jobId ?? ''))
      const words = JSON.stringify(row?.inputs)
      const [mark = ''] = [...intents].find(
        ([one, operation]) => operation === job?.operation && words.includes(one),
      ) ?? ['']
      const didAct = litemail.acts(mark).some(({ operation }) => operation === job?.operation)
      take(await settleRow(context, id, didAct ? 'done' : 'not-done'))
    }
    const rows = look(order.folder)
    const unsettled = rows.filter(({ state }) => !['done', 'refused', 'dropped'].includes(state))
    return {
      broken: [
        ...broken,
        ...findBroken(litemail, rows, intents),
        ...unsettled.map(({ operation, state, words }) => `not settled: ${operation} ${words} ${state}`),
        ...world.faults.map((fault) => `fault: ${String(fault)}`),
      ],
      ...{ byRead, byUser: left.length },
    }
  } finally {
    await world.close()
  }
}

/** One profile through many lives, each of which is killed. */
async function runProfile(profile: number) {
  const random = randomFrom(profile)
  const folder = await mkdtemp(join(PLACE, 'mailroom-writes-'))
  const litemail = await startLitemail({
    users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: HOLDS }],
    missing: profile % 2 === 0 ? 'named' : 'bare',
  })
  const pools = fillPools(litemail, profile)
  const intents = new Map<string, string>()
  let count = 0
  const { origin, basePath } = litemail
  const place = { folder, workerFile, origin, basePath, key: LITEMAIL_KEY }
  const broken: string[] = []
  try {
    for (let run = 1; run <= RUNS; run += 1) {
      const presses = drawPresses(random, pools, profile, () => ++count)
      for (const { operation, rows } of presses) for (const { mark } of rows) intents.set(mark, operation)
      const order = { ...place, presses, goesOn: random.chance(0.7), triesAgain: random.chance(0.4) }
      const words = await crash(litemail, order, random)
      words.push(...findBroken(litemail, look(folder), intents))
      broken.push(...words.map((one) => `profile ${profile}, run ${run}: ${one}`))
    }
    const order = { ...place, presses: [], goesOn: false, triesAgain: false }
    const settled = await settleAll(litemail, order, intents)
    broken.push(...settled.broken.map((one) => `profile ${profile}: ${one}`))
    return { ...settled, broken, acts: litemail.acts() }
  } finally {
    await litemail.close()
    await rm(folder, { recursive: true, force: true })
  }
}

describe('a process that is killed while it spends, destroys and makes links', () => {
  it(
    `does nothing twice, claims nothing that was not done, forgets nothing that was, over ${PROFILES * RUNS} runs`,
    async () => {
      const all = await Promise.all(Array.from({ length: PROFILES }, (_, index) => runProfile(index + 1)))
      expect(all.flatMap(({ broken }) => broken)).toEqual([])
      // Every one of these writes was done, and both ways of settling were needed.
      const done = new Set(all.flatMap(({ acts }) => acts.map(({ operation }) => operation)))
      expect([...done].toSorted()).toEqual([...graveWrites].toSorted())
      const sum = (of: 'byRead' | 'byUser') => all.reduce((total, one) => total + one[of], 0)
      expect(Math.min(sum('byRead'), sum('byUser'))).toBeGreaterThan(PROFILES)
    },
    PROFILES * RUNS * 4_000,
  )
})
