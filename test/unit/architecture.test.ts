import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const source = join(root, 'src')

/** Every source file with what it imports: packages by name, own files by their path below src. */
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
  .map((file) => ({ file, imports: importsOf(file) }))

function importsOf(file: string): { target: string; isTypeOnly: boolean }[] {
  const text = readFileSync(join(source, file), 'utf8')
  const found = [
    ...text.matchAll(/^(?:import|export)\s+(type\s)?[^'"]*?from\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/()import\(\s*['"]([^'"]+)['"]\s*\)/g),
    ...text.matchAll(/^()import\s+['"]([^'"]+)['"]/gm),
  ]
  return found.map(([, type, specifier = '']) => ({
    target: specifier.startsWith('.')
      ? relative(source, normalize(join(source, dirname(file), specifier)))
      : specifier,
    isTypeOnly: type !== undefined && type !== '',
  }))
}

const importersOf = (isTarget: (target: string) => boolean, where: (file: string) => boolean) =>
  files
    .filter(({ file }) => where(file))
    .flatMap(({ file, imports }) =>
      imports
        .filter(({ target, isTypeOnly }) => !isTypeOnly && isTarget(target))
        .map(({ target }) => `${file} → ${target}`),
    )

const isIn =
  (...folders: string[]) =>
  (path: string) =>
    folders.some((folder) => path.startsWith(`${folder}/`))

describe('the arrows of ARCHITECTURE.md', () => {
  it('finds the sources it judges', () => {
    expect(files.length).toBeGreaterThan(80)
    expect(
      importersOf(
        (target) => target === 'electron',
        () => true,
      ).length,
    ).toBeGreaterThan(5)
  })

  it('imports electron only where it is allowed', () => {
    const allowed = new Set([
      'main/index.ts',
      'main/ipc/serve.ts',
      'main/upstream/transport.ts',
      'preload/index.ts',
    ])
    const strays = importersOf(
      (target) => target === 'electron' || target.startsWith('electron/'),
      (file) => !allowed.has(file) && !isIn('main/desktop', 'main/security', 'main/upstream/transport')(file),
    )
    expect(strays).toEqual([])
  })

  it('lets shared import nothing but zod and itself', () => {
    const strays = importersOf((target) => target !== 'zod' && !isIn('shared')(target), isIn('shared'))
    expect(strays).toEqual([])
  })

  it('keeps schemas, main and Node out of the renderer', () => {
    const strays = importersOf(
      (target) =>
        isIn('main', 'preload')(target) ||
        target.startsWith('node:') ||
        target === 'zod' ||
        (isIn('shared')(target) &&
          !isIn('shared/text')(target) &&
          target !== 'shared/result' &&
          target !== 'shared/bridge' &&
          // Import only types.
          target !== 'shared/sameMap' &&
          target !== 'shared/answerKeeping' &&
          // Tables without schemas.
          target !== 'shared/litemail/operations' &&
          target !== 'shared/litemail/writing' &&
          target !== 'shared/litemail/exporting' &&
          target !== 'shared/likedo/operations' &&
          // Rules without schemas.
          !isIn('shared/dns')(target)),
      isIn('renderer'),
    )
    expect(strays).toEqual([])
  })

  it('keeps schemas out of the rules for DNS records, which pages load', () => {
    expect(importersOf((target) => !isIn('shared/dns')(target), isIn('shared/dns'))).toEqual([])
  })

  it('keeps schemas out of the tables of operations, which pages load', () => {
    const strays = importersOf(
      (target) =>
        !isIn('shared/litemail/operations')(target) &&
        target !== 'shared/litemail/operations' &&
        target !== 'shared/litemail/operation',
      (file) =>
        file.startsWith('shared/litemail/operation') ||
        file.startsWith('shared/litemail/writing') ||
        file.startsWith('shared/litemail/exporting') ||
        file.startsWith('shared/likedo/operation'),
    )
    expect(strays).toEqual([])
  })

  it('keeps schemas out of the words and the preload, which pages load', () => {
    const strays = importersOf(
      (target) =>
        target === 'zod' ||
        (isIn('shared')(target) &&
          !isIn('shared/text')(target) &&
          target !== 'shared/bridge' &&
          // Small tables without schemas.
          target !== 'shared/likedo/operations' &&
          target !== 'shared/litemail/exporting' &&
          target !== 'shared/litemail/rowReads'),
      isIn('shared/text', 'preload'),
    )
    expect(strays).toEqual([])
  })

  it('gives rules no effects', () => {
    const strays = importersOf(
      (target) =>
        isIn(
          'main/actions',
          'main/store',
          'main/secrets',
          'main/ipc',
          'main/desktop',
          'main/startup',
        )(target) || ['node:fs', 'node:http', 'libsql', 'keytar'].includes(target),
      isIn('main/rules'),
    )
    expect(strays).toEqual([])
  })

  it('gives actions no SQL, no HTTP, and no way back up', () => {
    const strays = importersOf(
      (target) =>
        isIn('main/ipc', 'main/desktop', 'main/startup', 'main/security')(target) ||
        ['node:http', 'node:https', 'node:fs', 'libsql', 'keytar', 'main/upstream/transport'].includes(
          target,
        ),
      isIn('main/actions'),
    )
    expect(strays).toEqual([])
  })

  it('never lets upstream, store, secrets or transfer call up', () => {
    const strays = importersOf(
      isIn('main/actions', 'main/ipc', 'main/desktop', 'main/startup'),
      isIn('main/upstream', 'main/store', 'main/secrets', 'main/demo', 'main/transfer'),
    )
    expect(strays).toEqual([])
  })
})

describe('how the code reads', () => {
  it('keeps every file under 300 lines', () => {
    const long = files
      .map(({ file }) => ({ file, lines: readFileSync(join(source, file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 300)
    expect(long).toEqual([])
  })
})
