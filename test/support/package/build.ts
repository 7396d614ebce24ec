import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const runFile = promisify(execFile)

export const repository = resolve(import.meta.dirname, '../../..')

/** What `npm run package` made, and the .deb unpacked. */
export interface Packages {
  readonly deb: string
  readonly archive: string
  /** The .deb's files as they lie below `/`, ours alone. */
  readonly unpacked: string
  /** What the .deb says about itself, by field name (deb-control(5)). */
  control(field: string): string
  remove(): void
}

/**
 * Makes the packages as `npm run package` does, but less compressed. Rejects with what the script said where it
 * fails; takes about 20 s.
 */
export const buildPackages = async (): Promise<Packages> => {
  const folder = mkdtempSync(join(tmpdir(), 'mailroom-package-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    const script = join(repository, 'scripts/package.mjs')
    await runFile(process.execPath, [script, '--quick', `--out=${folder}`], { cwd: repository })
    const made = (ending: string): string => {
      const file = readdirSync(folder).find((name) => name.endsWith(ending))
      if (!file) throw new Error(`no ${ending} was made, only ${readdirSync(folder).join(', ')}`)
      return join(folder, file)
    }
    const [deb, archive, unpacked] = [made('.deb'), made('.tar.gz'), join(folder, 'unpacked')]
    await runFile('dpkg-deb', ['--extract', deb, unpacked])
    return {
      deb,
      archive,
      unpacked,
      control: (field) => execFileSync('dpkg-deb', ['--field', deb, field], { encoding: 'utf8' }).trim(),
      remove,
    }
  } catch (error) {
    remove()
    throw error
  }
}

/** The files in a tar archive, compressed or not, with mode and owner as `tar --list --verbose` shows them. */
export const listArchive = (file: string): { mode: string; owner: string; path: string }[] =>
  execFileSync('tar', ['--list', '--verbose', `--file=${file}`], { encoding: 'utf8', maxBuffer: 1e8 })
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [mode = '', owner = '', , , , ...path] = line.split(/\s+/)
      return { mode, owner, path: path.join(' ') }
    })

/** The files in a .deb, likewise. */
export const listDeb = (file: string): { mode: string; owner: string; path: string }[] =>
  execFileSync('dpkg-deb', ['--contents', file], { encoding: 'utf8', maxBuffer: 1e8 })
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [mode = '', owner = '', , , , ...path] = line.split(/\s+/)
      return { mode, owner, path: path.join(' ') }
    })
