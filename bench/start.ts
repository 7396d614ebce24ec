import { once } from 'node:events'
import { chmodSync, copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { collectText, signalGroup } from '../test/support/desktop/programs'
import type { Session } from '../test/support/desktop/session'
import { readTreeMemory, type TreeMemory } from './memory'

/** What is started and measured. */
export interface Subject {
  readonly name: string
  /** Electron's arguments: the application's folder and its own options. */
  readonly args: readonly string[]
  /** An expression that is true in the page once it can be used; none: its window counts as it is. */
  readonly usable: string
  /** The marks that all have to be reached; the last of them ends the start. */
  readonly until: readonly Mark[]
}

export type Mark =
  | 'main'
  | 'ready'
  | 'window'
  | 'navigated'
  | 'dom-ready'
  | 'ready-to-show'
  | 'show'
  | 'usable'

/** One start, from spawn on. */
export interface Start {
  /** Milliseconds from spawn to the last of `until`. */
  readonly took: number
  /** Milliseconds from spawn to each mark that was seen. */
  readonly marks: Readonly<Partial<Record<Mark, number>>>
  readonly memory: TreeMemory
}

const START_MS = 60_000
/** Whatever a start still does in the background is over after that, in milliseconds. */
const REST_MS = 3_000

/** Copies the probe to where the session's user can read it. */
export function placeProbe(session: Session): string {
  const probe = join(session.makeFolder('bench'), 'probe.cjs')
  copyFileSync(join(import.meta.dirname, 'probe.cjs'), probe)
  chmodSync(probe, 0o644)
  return probe
}

/** Starts the subject once, waits until it can be used and has come to rest, weighs it and ends it in order. */
export async function measureStart(
  session: Session,
  electron: string,
  probe: string,
  subject: Subject,
): Promise<Start> {
  const spawnedAt = Date.now()
  const child = session.start(electron, ['-r', probe, ...subject.args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { BENCH_USABLE: subject.usable },
  })
  const exited = once(child, 'exit')
  const words = collectText(child.stderr)
  const marks: Partial<Record<Mark, number>> = {}
  const reached = new Promise<void>((resolve) => {
    if (child.stdout === null) return
    createInterface(child.stdout).on('line', (line) => {
      const [, name, at] = /^bench (\S+) (\d+)$/.exec(line) ?? []
      if (name === undefined) return
      // The probe beside this file tells no other names.
      marks[name as Mark] = Number(at) - spawnedAt
      if (subject.until.every((mark) => marks[mark] !== undefined)) resolve()
    })
  })
  try {
    const late = sleep(START_MS, 'late', { ref: false })
    const state = await Promise.race([reached.then(() => 'reached'), exited.then(() => 'ended'), late])
    if (state !== 'reached') {
      throw new Error(`${subject.name} did not start (${state}; ${JSON.stringify(marks)}): ${words()}`)
    }
    const took = Math.max(...subject.until.map((mark) => marks[mark] ?? 0))
    await sleep(REST_MS)
    return { took, marks, memory: readTreeMemory(child.pid ?? 0) }
  } finally {
    child.kill('SIGTERM')
    const isOver = await Promise.race([exited.then(() => true), sleep(10_000, false, { ref: false })])
    if (!isOver && child.pid) signalGroup(child.pid, 'SIGKILL')
    await exited
  }
}
