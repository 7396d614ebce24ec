import { describe, expect, it } from 'vitest'
import { matchOperations } from '../../../../src/main/rules/samples/matchOperations'
import { operations } from '../../../../src/shared/litemail/operations'

const described = (method: string, below: string | null, ...titles: readonly string[]) => ({
  ...{ method, below, titles },
})
const found = async (...file: readonly ReturnType<typeof described>[]) =>
  (await matchOperations(operations, file)).map(({ operation, described: { below }, match }) => [
    ...[operation.id, below, match],
  ])

describe('which operations of a file are which of ours', () => {
  it('is the first one where several titles are as alike', async () => {
    expect(
      await found(described('GET', '/b', 'Show all tags'), described('GET', '/a', 'Get the tags')),
    ).toEqual([['tags.list', '/b', 'title']])
  })

  it('is never by a path that is elsewhere', async () => {
    expect(await found(described('GET', null, 'Something else'))).toEqual([])
  })

  it('leaves others their turn, however many there are and however alike', async () => {
    const words = operations.map(({ titles }) => titles[0]).join(' ')
    const file = Array.from({ length: 2_000 }, (_, n) =>
      described('GET', `/p${n}`, `${words.slice(n % 500, (n % 500) + 190)} ${n}`),
    )
    let turns = 0
    const count = (): NodeJS.Immediate =>
      setImmediate(() => {
        turns += 1
        counting = count()
      })
    let counting = count()
    await matchOperations(operations, file)
    clearImmediate(counting)
    // Each of our operations is compared with all of them, 200 at a time.
    expect(turns).toBeGreaterThan(200)
  })
})
