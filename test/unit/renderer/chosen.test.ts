import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  choiceOf,
  idsInOrder,
  nothingChosen,
  only,
  span,
  toggle,
  whole,
  without,
} from '../../../src/renderer/state/chosen'
import { methods } from '../../../src/shared/contract'

const TOKEN = '00000000-0000-4000-8000-000000000009'
const ids = (count: number) => Array.from({ length: count }, (_, i) => `row ${i}`)
const snapshotOf = (count: number) => ({ snapshot: TOKEN, ids: ids(count) })

describe('Chosen addresses', () => {
  it('are one after a press, and none of those before', () => {
    expect(choiceOf(only('b', 1))).toEqual({ ids: ['b'] })
  })

  it('are added and taken out one by one', () => {
    const two = toggle(only('b', 1), 'a', 0)
    expect(idsInOrder(two)).toEqual(['a', 'b'])
    expect(idsInOrder(toggle(two, 'b', 1))).toEqual(['a'])
  })

  it('lose those that have left the list, and are none where all have', () => {
    const three = whole(snapshotOf(3))
    expect(idsInOrder(without(three, ['row 1']))).toEqual(['row 0', 'row 2'])
    expect(without(three, three.snapshot?.ids ?? [])).toBe(nothingChosen)
  })

  it('stand in the order of the list, not of the presses', () => {
    const chosen = toggle(toggle(only('last', 90), 'first', 2), 'middle', 40)
    expect(choiceOf(chosen)).toEqual({ ids: ['first', 'middle', 'last'] })
  })

  it('are a row of them from where the choice began', () => {
    const start = { index: 4, id: 'e' }
    const chosen = span({ start, from: 2, ids: ['c', 'd', 'e'], snapshot: null })
    expect(idsInOrder(chosen)).toEqual(['c', 'd', 'e'])
    expect(chosen.start).toEqual(start)
  })

  it('are nothing that could be acted on where there are none', () => {
    expect(choiceOf(nothingChosen)).toBeNull()
  })

  it('are a snapshot where they are too many for a message, and a later row is not among them', () => {
    const choice = choiceOf(whole(snapshotOf(10_000)))
    expect(choice).toEqual({ snapshot: TOKEN, from: 0, to: 9999, except: [], also: [] })
  })

  it('are a part of a snapshot, without those that were taken out and with those that came to it', () => {
    const all = snapshotOf(10_000)
    const part = span({
      start: { index: 10, id: null },
      from: 10,
      ids: all.ids.slice(10, 5000),
      snapshot: all,
    })
    const chosen = toggle(toggle(part, 'row 20', 20), 'a new one', 0)
    expect(choiceOf(chosen)).toEqual({
      snapshot: TOKEN,
      from: 10,
      to: 4999,
      except: ['row 20'],
      also: ['a new one'],
    })
  })

  it('are always said in a way that main takes, and mean exactly what was chosen', () => {
    fc.assert(
      fc.property(fc.nat(1500), fc.array(fc.nat(1600), { maxLength: 30 }), (length, toggles) => {
        const all = snapshotOf(1500)
        let chosen = span({
          start: { index: 0, id: null },
          from: 0,
          ids: all.ids.slice(0, length),
          snapshot: all,
        })
        for (const at of toggles) chosen = toggle(chosen, `row ${at}`, at)
        const choice = choiceOf(chosen)
        if (choice === null) {
          expect(chosen.places.size).toBe(0)
          return
        }
        expect(methods['addresses.copy'].input.safeParse({ choice }).success).toBe(true)
        const meant =
          'ids' in choice
            ? choice.ids
            : [
                ...all.ids
                  .slice(choice.from, (choice.to ?? 0) + 1)
                  .filter((id) => !choice.except.includes(id)),
                ...(choice.also ?? []),
              ]
        expect(new Set(meant)).toEqual(new Set(chosen.places.keys()))
      }),
    )
  })
})
