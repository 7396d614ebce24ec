import { readFileSync } from 'node:fs'
import type { ElectronApplication } from '@playwright/test'

/** How much a process may ask of the kernel: `Seccomp` of proc(5). Null where there is no such process (any more). */
export const seccompMode = (pid: number): number | null => {
  try {
    return Number(/^Seccomp:\s*(\d)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return null
  }
}

/** A filter of system calls: what every renderer must run with. */
export const FILTERED = 2

/** The renderers of an application that run without their sandbox. */
export const unsandboxedRenderers = async (
  electron: ElectronApplication,
): Promise<{ pid: number; mode: number }[]> => {
  const pids = await electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getOSProcessId()),
  )
  // 0: it has not loaded anything yet, so there is no process.
  return [...new Set(pids)]
    .filter((pid) => pid > 0)
    .map((pid) => ({ pid, mode: seccompMode(pid) }))
    .filter(
      (renderer): renderer is { pid: number; mode: number } =>
        renderer.mode !== null && renderer.mode !== FILTERED,
    )
}
