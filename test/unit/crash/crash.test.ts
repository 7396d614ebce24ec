import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import Database from 'libsql'
import { beforeAll, describe, expect, it } from 'vitest'
import { brokenPromises } from '../../support/actions/brokenPromises'
import type { ChildOrder, ChildReport } from '../../support/actions/crashChild'
import { type CrashPlan, faultOf, planCrash } from '../../support/actions/crashPlan'
import { DEFAULT_KEY, type LikeDo, startLikeDo } from '../../support/likedo/server'
import { bundleForNode, bundleStoreWorker } from '../store/bundleStoreWorker'

const SEEDS = process.env.MAILROOM_LONG === '1' ? 2_000 : 200
/** Processes of one seed mostly wait, so several seeds run beside each other. */
const SIDE_BY_SIDE = 10
const DEADLINE_MS = 250
const ELEVEN_MINUTES_MS = 11 * 60_000

let childFile: string
let workerFile: string
beforeAll(async () => {
  // With all its packages but the native one: hundreds of starts look for no module.
  childFile = fileURLToPath(await bundleForNode('test/support/actions/crashChild.ts', 'crash-child'))
  workerFile = fileURLToPath(await bundleStoreWorker())
})

interface Started {
  readonly process: ChildProcess
  /** Resolves when the process has written this line so many times, or has ended. */
  said(line: string, times: number): Promise<void>
  ended(): Promise<string[]>
}

function start(order: ChildOrder): Started {
  const process_ = spawn(process.execPath, [childFile, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  createInterface({ input: process_.stdout }).on('line', (line) => {
    lines.push(line)
    tell()
  })
  const closed = new Promise<void>((resolve) => process_.once('close', () => resolve()))
  let isClosed = false
  void closed.then(() => {
    isClosed = true
    tell()
  })
  return {
    process: process_,
    said: (line, times) =>
      new Promise((resolve) => {
        const check = () => {
          if (!isClosed && lines.filter((said) => said === line).length < times) return
          listeners.delete(check)
          resolve()
        }
        listeners.add(check)
        check()
      }),
    ended: () => closed.then(() => lines),
  }
}

async function startAgain(order: Omit<ChildOrder, 'presses'>): Promise<ChildReport> {
  const lines = await start({ ...order, presses: [] }).ended()
  // The last line is the report, written by the child beside this file.
  return JSON.parse(lines.at(-1) ?? 'null') as ChildReport
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Presses, and kills the process at the moment of the plan. */
async function crash(plan: CrashPlan, likedo: LikeDo, order: Omit<ChildOrder, 'presses'>): Promise<void> {
  // The service sees the key checked, then one request a press: the last press is the arrival after these.
  const last = { method: 'POST', after: plan.presses.length }
  const fault = faultOf(plan)
  if (fault !== null) likedo.next(fault, last)
  const started = start({ ...order, presses: plan.presses })
  await started.said('pressed', plan.presses.length)
  switch (plan.moment) {
    case 'before-sending':
      await pause(plan.killAfterMs)
      break
    case 'late':
      await Promise.race([started.ended(), pause(DEADLINE_MS + plan.killAfterMs * 20)])
      break
    default:
      await Promise.race([likedo.when(plan.moment, last), started.ended()])
  }
  started.process.kill('SIGKILL')
  await started.ended()
  likedo.release()
}

function ageRows(folder: string): void {
  const database = new Database(join(folder, 'mailroom.sqlite'))
  database.pragma('busy_timeout = 5000')
  database.prepare('UPDATE journal SET planned_at = planned_at - ?').run(ELEVEN_MINUTES_MS)
  database.close()
}

async function runSeed(seed: number): Promise<string[]> {
  const plan = planCrash(seed)
  const folder = await mkdtemp(join(tmpdir(), 'mailroom-crash-'))
  const likedo = await startLikeDo({ canList: plan.canList })
  const order = { folder, workerFile, origin: likedo.origin, key: DEFAULT_KEY, deadlineMs: DEADLINE_MS }
  const held = () => likedo.addressesOf(DEFAULT_KEY).map(({ email }) => email)
  const posts = () => likedo.requests.filter(({ method }) => method === 'POST').length
  try {
    await crash(plan, likedo, order)
    if (plan.isStartedLate) {
      await likedo.settled()
      ageRows(folder)
    }
    const sentBefore = posts()
    const first = await startAgain(order)
    const broken = [{ ...first, rows: first.rowsAtStart }, first].flatMap((report) =>
      brokenPromises(report, held(), plan),
    )
    if (plan.isStartedLate && posts() > sentBefore)
      broken.push('a mere start sent a row older than ten minutes')
    // What the service still does late must not break a promise either.
    await likedo.settled()
    broken.push(...brokenPromises(await startAgain(order), held(), plan))
    return broken.map((words) => `seed ${seed} (${JSON.stringify(plan)}): ${words}`)
  } finally {
    await likedo.close()
    await rm(folder, { recursive: true, force: true })
  }
}

describe('a process that is killed at any moment', () => {
  it(
    `loses no address, makes none twice and shows none that is not there, over ${SEEDS} seeds`,
    async () => {
      const broken: string[] = []
      let next = 1
      const worker = async () => {
        for (let seed = next++; seed <= SEEDS; seed = next++) broken.push(...(await runSeed(seed)))
      }
      await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker))
      expect(broken).toEqual([])
    },
    SEEDS * 4_000,
  )
})
