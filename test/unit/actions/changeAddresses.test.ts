import { randomUUID } from 'node:crypto'

import { writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { hideAddresses, labelAddresses, undoLast } from '../../../src/main/actions/changeAddresses'
import { idsOf } from '../../../src/main/actions/choice'
import { copyAddresses } from '../../../src/main/actions/copyAddress'
import { listCopies } from '../../../src/main/actions/localCopies'
import { copiesFolder } from '../../../src/main/store/copies'
import { newestFirst } from '../../../src/shared/addressView'
import { snapshotOf } from '../../support/actions/snapshotOf'
import { take } from '../../support/actions/world'
import { worldPerTest } from '../../support/actions/worldPerTest'

const here = worldPerTest()

/** So many addresses, named by their numbers, newest first. */
const fill = async (count: number): Promise<string[]> => {
  const { context } = here.world
  const { id: accountId } = await here.world.connect(here.likedo.origin)
  const at = Date.now()
  const rows = Array.from({ length: count }, (_, n) => ({
    serviceId: null,
    email: `number.${n}@ig.do`,
    tag: null,
    createdAt: at - n * 1_000,
  }))
  take(await context.store.write('addresses.mergeListed', { accountId, at, rows }))
  return take(await context.store.read('addresses.ids', newestFirst))
}

describe('a choice of all that a view matches', () => {
  it('is what it matched then, in its order, without what was taken out again', async () => {
    const ids = await fill(5)
    const { context } = here.world
    const taken = await snapshotOf(context, { ...newestFirst, search: 'number' })
    expect(taken.ids).toEqual(ids)
    await here.world.press()
    const choice = { snapshot: taken.snapshot, except: ids.slice(1, 2) }
    expect(take(await idsOf(context, choice))).toEqual([ids[0], ...ids.slice(2)])
  })

  it('is remembered until four others were made', async () => {
    await fill(1)
    const { context } = here.world
    const { snapshot } = await snapshotOf(context, newestFirst)
    for (let n = 0; n < 3; n++) await snapshotOf(context, newestFirst)
    expect(await idsOf(context, { snapshot, except: [] })).toMatchObject({ ok: true })
    await snapshotOf(context, newestFirst)
    const forgotten = { ok: false, error: { kind: 'not-found', what: 'snapshot' } }
    expect(await idsOf(context, { snapshot, except: [] })).toEqual(forgotten)
    expect(
      await labelAddresses(context, { choice: { snapshot, except: [] }, add: ['x'], remove: [] }),
    ).toEqual(forgotten)
    expect(
      await hideAddresses(context, { choice: { snapshot: randomUUID(), except: [] }, isHidden: true }),
    ).toEqual(forgotten)
  })

  it('names each address once', async () => {
    const [one = ''] = await fill(2)
    expect(take(await idsOf(here.world.context, { ids: [one, one] }))).toEqual([one])
  })
})

describe('copying a choice', () => {
  it('puts one address a line on the clipboard, in the order of the choice', async () => {
    const [one = '', two = ''] = await fill(2)
    const copied = take(await copyAddresses(here.world.context, { ids: [two, 'never', one] }))
    expect(copied).toEqual({ email: 'number.1@ig.do', count: 2, left: 1 })
    expect(here.world.copied.at(-1)).toBe('number.1@ig.do\nnumber.0@ig.do')
  })

  it('leaves the clipboard alone where nothing of it may be copied', async () => {
    await fill(1)
    expect(await copyAddresses(here.world.context, { ids: ['never'] })).toMatchObject({ ok: false })
    expect(here.world.copied).toEqual([])
  })
})

describe('hiding', () => {
  it('makes a copy of everything before more than twenty are hidden, and not before fewer', async () => {
    const ids = await fill(21)
    const { context } = here.world
    take(await hideAddresses(context, { choice: { ids: ids.slice(1) }, isHidden: true }))
    expect(take(await listCopies(context))).toEqual([])
    take(await hideAddresses(context, { choice: { ids }, isHidden: false }))
    expect(take(await listCopies(context))).toEqual([])
    expect(take(await hideAddresses(context, { choice: { ids }, isHidden: true }))).toEqual({
      count: 21,
      left: 0,
    })
    expect(take(await listCopies(context))).toMatchObject([{ why: 'hide' }])
  })

  it('hides nothing where that copy cannot be made', async () => {
    const ids = await fill(21)
    const { context } = here.world
    await writeFile(copiesFolder(context.folder), 'in the way')
    const hidden = await hideAddresses(context, { choice: { ids }, isHidden: true })
    expect(hidden.ok).toBe(false)
    const { total } = take(
      await context.store.read('addresses.list', { view: newestFirst, offset: 0, limit: 1 }),
    )
    expect(total).toBe(21)
  })

  it('is taken back by undo, and says so where nothing is left to take back', async () => {
    const ids = await fill(2)
    const { context } = here.world
    take(await hideAddresses(context, { choice: { ids }, isHidden: true }))
    expect(take(await undoLast(context))).toEqual({ what: 'hide', count: 2, id: ids[0] })
    expect(await undoLast(context)).toEqual({ ok: false, error: { kind: 'nothing-to-undo' } })
  })
})
