import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSourceDate, versionOf } from '../../../scripts/package/edition.mjs'
import { copyrightText, fillIn } from '../../../scripts/package/parts.mjs'

describe('the version of a package', () => {
  it('is that of Mailroom on the pinned Electron', () => {
    expect(versionOf('1.2.3', { version: '45.4.1', isPinned: true })).toBe('1.2.3')
  })

  it('names the Electron inside where it is another one', () => {
    expect(versionOf('1.2.3', { version: '33.2.1', isPinned: false })).toBe('1.2.3+electron33.2.1')
  })
})

describe('the date of a package', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'mailroom-date-'))
    writeFileSync(join(root, 'package.json'), '{}')
    utimesSync(join(root, 'package.json'), 1_700_000_000, 1_700_000_000)
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  it('is what SOURCE_DATE_EPOCH says', async () => {
    expect(await readSourceDate(root, '1600000000')).toBe(1_600_000_000)
  })

  it('refuses a SOURCE_DATE_EPOCH that is no number', async () => {
    await expect(readSourceDate(root, 'today')).rejects.toThrow('SOURCE_DATE_EPOCH')
  })

  it('is that of the last commit', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], {
        cwd: root,
        env: { ...process.env, GIT_COMMITTER_DATE: '1650000000 +0200' },
      })
    git('init', '--quiet')
    git('add', '.')
    git('commit', '--quiet', '--message=one')
    expect(await readSourceDate(root, undefined)).toBe(1_650_000_000)
  })

  it('is that of package.json outside of a repository', async () => {
    expect(await readSourceDate(root, undefined)).toBe(1_700_000_000)
  })
})

it("AppStream's description gets version and day", () => {
  const text = fillIn('<release version="@VERSION@" date="@DATE@" />', {
    version: '1.2.3',
    date: 1_700_000_000,
  })
  expect(text).toBe('<release version="1.2.3" date="2023-11-14" />')
})

it("Debian's copyright file has the licence indented, its empty lines as dots", () => {
  const licence =
    'MIT License\n\nCopyright (c) A\n\nPermission is hereby granted, free\nof charge\n\nTHE END\n'
  expect(copyrightText('License: Expat\n', licence)).toBe(
    'License: Expat\n Permission is hereby granted, free\n of charge\n .\n THE END\n',
  )
})
