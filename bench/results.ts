import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes one run down, every single value of it, and gives the file's path. */
export function keepResults(results: object): string {
  const folder = join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  const takenAt = new Date().toISOString()
  const file = join(folder, `${takenAt.replaceAll(':', '-').slice(0, 19)}.json`)
  writeFileSync(file, `${JSON.stringify({ takenAt, ...results }, null, 2)}\n`)
  return file
}
