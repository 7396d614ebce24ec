import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

const rows = read('SECURITY.md')
  .split('\n')
  .flatMap((line) => {
    const [, number, point, heldIn, tests] = /^\| (\d+) \| (.+?) \| (.+?) \| (.+) \|$/.exec(line) ?? []
    return number && point && heldIn && tests
      ? [{ number: Number(number), heldIn, tests: tests.split('; ') }]
      : []
  })

it('SECURITY.md has all twenty points, each with where it is held and a test', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
})

it('every test that it names is there', () => {
  const specs = read('test/desktop/security.spec.ts') + read('test/desktop/securityOfMain.spec.ts')
  const missing = rows.flatMap(({ tests }) =>
    tests.filter((name) => {
      const file = /`(test\/[^`]+)`/.exec(name)?.[1]
      return file === undefined ? !specs.includes(`test('${name}'`) : !existsSync(join(root, file))
    }),
  )
  expect(missing).toEqual([])
})

it('every file that it says holds a point is there', () => {
  const missing = rows.flatMap(({ heldIn }) =>
    [...heldIn.matchAll(/`((?:security|desktop|ipc|preload)\/[\w/]+\.ts)`/g)]
      .map(([, file = '']) => (file.startsWith('preload/') ? `src/${file}` : `src/main/${file}`))
      .filter((file) => !existsSync(join(root, file))),
  )
  expect(missing).toEqual([])
})
