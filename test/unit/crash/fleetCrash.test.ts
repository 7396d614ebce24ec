import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import Database from 'libsql'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FleetChildOrder, FleetChildReport, ToldPage } from '../../support/actions/fleetCrashChild'
import { LITEMAIL_KEY, type Litemail, startLitemail } from '../../support/litemail/server'
import { type Random, randomFrom } from '../../support/random'
import { bundleForNode, bundleStoreWorker } from '../store/bundleStoreWorker'
import { lostPages, type TakenPages } from './lostPages'

const PROFILES = 6
const KILLS = process.env.MAILROOM_LONG === '1' ? 100 : 17
const HOLDS = { workspaces: 2, domains: 40, mailboxes: 80 }
const LATEST_KILL = 10
/** What a killed process wrote is there, wherever: in memory it costs no disk anything. */
const PLACE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
/** The one that was left in the middle, and a quiet one behind it. */
const READINGS_TO_THE_END = 2
const PATIENCE_MS = KILLS * 30_000

let childFile: string
let workerFile: string
beforeAll(async () => {
  // With all its packages but the native one: hundreds of starts look for no module.
  childFile = fileURLToPath(
    await bundleForNode('test/support/actions/fleetCrashChild.ts', 'fleet-crash-child'),
  )
  workerFile = fileURLToPath(await bundleStoreWorker())
})

interface Life {
  readonly process: ChildProcess
  /** What it said, once it has ended. */
  readonly lines: Promise<string[]>
}

function live(order: FleetChildOrder): Life {
  const process_ = spawn(process.execPath, [childFile, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  const heard = createInterface({ input: process_.stdout }).on('line', (line) => lines.push(line))
  return { process: process_, lines: new Promise((resolve) => heard.once('close', () => resolve(lines))) }
}

/** Reads, and is killed a moment after so many answers; what it told of pages. */
async function crash(litemail: Litemail, order: FleetChildOrder, random: Random): Promise<ToldPage[]> {
  const answers = random.integer(1, LATEST_KILL)
  const afterMs = random.pick([0, 0, 1, 3, 10, 100])
  const life = live(order)
  let answered = 0
  const stop = litemail.on('answered', () => {
    answered += 1
    if (answered === answers) setTimeout(() => life.process.kill('SIGKILL'), afterMs)
  })
  const lines = await life.lines
  stop()
  // Every line but a report is written by the child beside this file; the last one may be cut.
  return lines.flatMap((line) => (/^{"told".*}$/.test(line) ? [JSON.parse(line) as ToldPage] : []))
}

interface KeptPart {
  readonly noun: string
  readonly workspace: string
  readonly wholeAt: number | null
  readonly open: TakenPages | null
}

interface PartColumns {
  readonly noun: string
  readonly workspace_id: string
  /** JSON, as the store writes it. */
  readonly value: string
}

/** What a start would find. */
function look(folder: string): { parts: KeptPart[]; ids: string[]; integrity: unknown } {
  const database = new Database(join(folder, 'mailroom.sqlite'))
  database.pragma('busy_timeout = 5000')
  // What these columns hold is the store's own.
  const rows = database.prepare('SELECT noun, workspace_id, value FROM fleet_parts').all() as PartColumns[]
  const mailboxes = database.prepare('SELECT service_id FROM mailboxes WHERE gone_at IS NULL').all() as {
    service_id: string
  }[]
  const integrity = database.pragma('integrity_check')
  database.close()
  return {
    parts: rows.map((row) => ({ noun: row.noun, workspace: row.workspace_id, ...JSON.parse(row.value) })),
    ids: mailboxes.map((row) => row.service_id),
    integrity,
  }
}

/** What of the promises does not hold after a kill. `told`: by the life that was killed. */
function findBroken(
  litemail: Litemail,
  folder: string,
  told: readonly ToldPage[],
  before: KeptPart[],
): string[] {
  const { parts, ids, integrity } = look(folder)
  const kept = new Set(ids)
  const held = litemail.holdings().mailboxes
  const lost = lostPages(told, before, parts)
  return [
    ...(JSON.stringify(integrity).includes('ok') ? [] : [`damaged: ${JSON.stringify(integrity)}`]),
    ...(lost.again.length === 0 ? [] : [`read although they were taken: ${lost.again.join(', ')}`]),
    ...(lost.untaken.length <= 1 ? [] : [`to be read twice: ${lost.untaken.join(', ')}`]),
    ...parts
      .filter(({ noun, wholeAt }) => noun === 'mailboxes' && wholeAt !== null)
      .flatMap(({ workspace }) =>
        held
          .filter(({ id, workspaceId }) => workspaceId === workspace && !kept.has(id))
          .map(({ id }) => `whole without ${id}`),
      ),
  ]
}

async function runProfile(seed: number): Promise<string[]> {
  const random = randomFrom(seed)
  const folder = await mkdtemp(join(PLACE, 'mailroom-fleet-'))
  const litemail = await startLitemail({
    users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds: HOLDS }],
    paging: { cap: 10 },
  })
  const order = {
    folder,
    workerFile,
    origin: litemail.origin,
    basePath: litemail.basePath,
    key: LITEMAIL_KEY,
  }
  const broken: string[] = []
  let before: KeptPart[] = []
  try {
    for (let kill = 1; kill <= KILLS; kill += 1) {
      // Rows that move between the pages at every request, or only between one life and the next.
      litemail.configure({ paging: { order: random.chance(0.5) ? 'shifting' : 'kept' } })
      const told = await crash(litemail, { ...order, readings: 3 }, random)
      const words = findBroken(litemail, folder, told, before)
      broken.push(...words.map((word) => `profile ${seed}, kill ${kill}: ${word}`))
      before = look(folder).parts
    }
    litemail.configure({ paging: { order: 'kept' } })
    const report = await readQuietly({ ...order, readings: READINGS_TO_THE_END })
    const exact = litemail.holdings().mailboxes.map(({ id }) => ({ id, isUnseen: false }))
    const words = (rows: readonly { readonly id: string }[] | undefined) =>
      JSON.stringify([...(rows ?? [])].sort((one, other) => (one.id < other.id ? -1 : 1)))
    if (words(report.readings.at(-1)) !== words(exact))
      broken.push(`profile ${seed}: not exact after quiet passes`)
    if (!report.isSound || report.faults.length > 0)
      broken.push(`profile ${seed}: ${JSON.stringify(report.faults)}`)
    return broken
  } finally {
    await litemail.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function readQuietly(order: FleetChildOrder): Promise<FleetChildReport> {
  const lines = await live(order).lines
  // The last line is the report, written by the child beside this file.
  return JSON.parse(lines.at(-1) ?? 'null') as FleetChildReport
}

describe('a process that is killed while it reads a fleet', () => {
  it(
    `reads no two pages twice, takes no part for the whole, and is exact in the end, over ${PROFILES * KILLS} kills`,
    async () => {
      const broken = await Promise.all(Array.from({ length: PROFILES }, (_, index) => runProfile(index + 1)))
      expect(broken.flat()).toEqual([])
    },
    PATIENCE_MS,
  )
})
