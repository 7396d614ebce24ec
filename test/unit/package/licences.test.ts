import { describe, expect, it } from 'vitest'
import { licenceText, packageFolder } from '../../../scripts/build/licences.mjs'

const licence = (name: string, text: string | undefined, parts: string[] = []) => ({
  name,
  version: '1.0.0',
  identifier: 'MIT',
  text,
  parts,
})

describe('a bundled module', () => {
  it.each([
    ['/x/node_modules/zod/v4/core.js', '/x/node_modules/zod'],
    ['/x/node_modules/@scope/name/index.js?commonjs-es-import', '/x/node_modules/@scope/name'],
    ['\0/x/node_modules/jsbi/dist/jsbi.mjs?commonjs', '/x/node_modules/jsbi'],
    ['/x/node_modules/a/node_modules/b/index.js', '/x/node_modules/a/node_modules/b'],
  ])('%s is from the package in %s', (id, folder) => {
    expect(packageFolder(id)).toBe(folder)
  })

  it.each(['/x/src/main/index.ts', '\0vite/preload-helper.js'])('%s is of no package', (id) => {
    expect(packageFolder(id)).toBeUndefined()
  })
})

describe('the text of all licences', () => {
  it('begins with our own and has each package once, by name', () => {
    const text = licenceText('OURS', [licence('b', 'B'), licence('a', 'A'), licence('b', 'B')])
    const titles = [...text.matchAll(/^(.+)\n=+\n\n/gm)].map(([, title]) => title)
    expect(titles).toEqual(['Mailroom (MIT)', 'Electron and Chromium', 'a 1.0.0 (MIT)', 'b 1.0.0 (MIT)'])
    expect(text).toContain('OURS')
  })

  it('gives the part of a package that is for one platform the text of the whole', () => {
    const text = licenceText('', [
      licence('whole', 'THE TEXT', ['@whole/linux']),
      licence('@whole/linux', undefined),
    ])
    expect(text.split('THE TEXT')).toHaveLength(3)
  })

  it('says so where a package has none', () => {
    expect(licenceText('', [licence('a', undefined)])).toContain('no text of its licence')
  })
})
