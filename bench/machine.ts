import { cpus, loadavg, release, totalmem } from 'node:os'

/** On what, and beside what else, something was measured. */
export interface Machine {
  readonly processors: number
  readonly model: string
  readonly memory: number
  readonly kernel: string
  readonly node: string
  /** Processes that ran or wanted to, on average over the last minute. */
  readonly load: number
}

export function describeMachine(): Machine {
  const [first] = cpus()
  return {
    processors: cpus().length,
    model: first?.model.trim() ?? 'unknown',
    memory: totalmem(),
    kernel: release(),
    node: process.versions.node,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  }
}

/** Others want the processors, too. */
export const isBusy = ({ load, processors }: Machine): boolean => load > processors / 2
