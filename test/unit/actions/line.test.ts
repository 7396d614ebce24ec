import { describe, expect, it } from 'vitest'
import { createLine } from '../../../src/main/actions/line'

/** A turn that lasts until it is let go, and what it was told. */
function turn() {
  let letGo = () => {}
  const gone = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const told: boolean[] = []
  return {
    told,
    letGo: () => letGo(),
    run: async (isClosed: boolean) => {
      told.push(isClosed)
      if (!isClosed) await gone
      return isClosed ? 'left' : 'done'
    },
  }
}

describe('the line of presses', () => {
  it('lets one turn of an account follow the other, and accounts go side by side', async () => {
    const line = createLine()
    const [first, second, other] = [turn(), turn(), turn()]
    const ended = [line.wait('a', first.run), line.wait('a', second.run), line.wait('b', other.run)]
    expect(line.length('a')).toBe(2)
    await expect.poll(() => [first.told, second.told, other.told]).toEqual([[false], [], [false]])
    for (const each of [first, second, other]) each.letGo()
    expect(await Promise.all(ended)).toEqual(['done', 'done', 'done'])
    expect(line.length('a')).toBe(0)
  })

  it('counts no turn that stands aside, and gives it its turn in the order of arrival', async () => {
    const line = createLine()
    const [aside, press, later] = [turn(), turn(), turn()]
    const ended = [line.waitAside('a', aside.run), line.wait('a', press.run), line.waitAside('a', later.run)]
    expect(line.length('a')).toBe(1)
    await expect.poll(() => [aside.told, press.told, later.told]).toEqual([[false], [], []])
    aside.letGo()
    await expect.poll(() => [press.told, later.told]).toEqual([[false], []])
    press.letGo()
    await expect.poll(() => later.told).toEqual([false])
    expect(line.length('a')).toBe(0)
    later.letGo()
    expect(await Promise.all(ended)).toEqual(['done', 'done', 'done'])
  })

  it('goes on behind a turn that throws', async () => {
    const line = createLine()
    const broken = line.wait('a', async () => {
      throw new Error('broken')
    })
    const next = turn()
    next.letGo()
    const ended = line.wait('a', next.run)
    await expect(broken).rejects.toThrow('broken')
    expect(await ended).toBe('done')
  })

  it('once closed ends the turn under way and sends the others away', async () => {
    const line = createLine()
    const [first, second] = [turn(), turn()]
    const ended = [line.wait('a', first.run), line.wait('a', second.run)]
    await expect.poll(() => first.told).toEqual([false])
    line.close()
    first.letGo()
    expect(await Promise.all(ended)).toEqual(['done', 'left'])
  })
})
