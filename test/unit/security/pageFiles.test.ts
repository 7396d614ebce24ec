import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listPageFiles } from '../../../src/main/security/pageFiles'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailroom-page-'))
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true })
  for (const file of [
    'index.html',
    'assets/index.js',
    'assets/index.js.map',
    'assets/notes.txt',
    'assets/a.css',
  ])
    writeFileSync(join(folder, 'renderer', file), file)
  writeFileSync(join(folder, 'secret.js'), 'not a part of the page')
})
afterEach(() => rmSync(folder, { recursive: true }))

it('lists what a page is made of, each with its type', () => {
  const files = listPageFiles(join(folder, 'renderer'))
  expect([...files].map(([path, { type }]) => [path, type]).sort()).toEqual([
    ['/assets/a.css', 'text/css'],
    ['/assets/index.js', 'text/javascript'],
    ['/index.html', 'text/html'],
  ])
})

it('lists nothing outside the folder, not through a link either', () => {
  symlinkSync(join(folder, 'secret.js'), join(folder, 'renderer', 'assets', 'link.js'))
  symlinkSync(folder, join(folder, 'renderer', 'up'))
  const files = listPageFiles(join(folder, 'renderer'))
  expect([...files.keys()].filter((path) => /link|up|secret/.test(path))).toEqual([])
})

it.each([
  '/../secret.js',
  '/assets/../../secret.js',
  '/%2e%2e/secret.js',
  '//secret.js',
  '/assets',
  '/',
  '/__proto__',
])('has nothing under %s', (path) => {
  expect(listPageFiles(join(folder, 'renderer')).get(path)).toBeUndefined()
})
