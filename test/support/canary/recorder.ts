import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { runtimeForTests } from '../app/runtime'
import type { Session } from '../desktop/session'
import { bundleEntry } from '../process/bundle'
import { CROSSINGS, type Crossing } from './crossings'

/**
 * Makes a folder that Electron runs instead of the application's: it writes down everything that crosses between main
 * and pages, from before the first window, and then runs the application.
 */
export async function recordingApp(session: Session): Promise<string> {
  const { appFolder } = runtimeForTests()
  if (appFolder === null) throw new Error('an installed application takes no recorder')
  const bundle = await bundleEntry(join(import.meta.dirname, 'recorderMain.ts'))
  try {
    // package.json of this repository.
    const about = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as { main: string }
    const folder = session.makeFolder(`recorder-${process.pid}`)
    copyFileSync(bundle.file, join(folder, 'main.mjs'))
    const recorded = resolve(appFolder, about.main)
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...about, main: 'main.mjs', recorded }))
    return folder
  } finally {
    await bundle.remove()
  }
}

/** Everything that crossed so far, oldest first. */
export const crossingsOf = (electron: ElectronApplication): Promise<readonly Crossing[]> =>
  electron.evaluate(
    (_electron, name) => (globalThis as unknown as Record<string, Crossing[]>)[name] ?? [],
    CROSSINGS,
  )
