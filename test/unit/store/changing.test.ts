import { describe, expect, it } from 'vitest'
import { connect } from '../../../src/main/store/sql'
import type { Undone } from '../../../src/shared/addressView'
import {
  databaseIn,
  done,
  ended,
  firstRows,
  NOON,
  openDirectly,
  storeWithAccount,
  TIMEOUT,
} from './testStore'

const storeWith = (...names: string[]) => {
  const given = storeWithAccount()
  const { store, plan, send, settle } = given
  const create = (name: string, note = ''): string =>
    settle(send(plan({ email: `${name}@ig.do`, note })), done()).id
  const ids = names.map((name) => create(name))
  const label = (which: readonly string[], add: readonly string[], remove: readonly string[] = []) =>
    store.write('addresses.label', { ids: which, add, remove })
  const hide = (which: readonly string[], isHidden = true, at = NOON) =>
    store.write('addresses.hide', { ids: which, isHidden, at })
  const labelsOf = (id: string | undefined) => store.read('addresses.get', id ?? '')?.labels
  const hiddenAt = (id: string | undefined) => store.read('addresses.get', id ?? '')?.hiddenAt
  return { ...given, create, ids, label, hide, labelsOf, hiddenAt }
}

describe('labels', () => {
  it('are put on and taken off many addresses at once, and what changed is counted', () => {
    const { ids, label, labelsOf } = storeWith('one.one', 'two.two', 'three.three')
    expect(label(ids, ['Shop'])).toBe(3)
    expect(label(ids.slice(0, 2), ['work', 'Äpfel'], ['shop'])).toBe(2)
    expect(label(ids.slice(0, 2), ['Work'])).toBe(0)
    expect(ids.map(labelsOf)).toEqual([['Äpfel', 'work'], ['Äpfel', 'work'], ['Shop']])
  })

  it.each([
    ['Shop', 'SHOP'],
    ['Äpfel', 'äPFEL'],
  ])('are one label in whatever case: %s and %s', (first, second) => {
    const { store, ids, label, labelsOf } = storeWith('one.one', 'two.two')
    label(ids.slice(0, 1), [first])
    label(ids, [second])
    expect(ids.map(labelsOf)).toEqual([[first], [first]])
    expect(store.read('addresses.facets', firstRows().view).labels).toEqual([{ name: first, count: 2 }])
    label(ids, [], [second])
    expect(ids.map(labelsOf)).toEqual([[], []])
  })

  it('stay with an address through its way to the service, and where it is made again', () => {
    const { store, plan, send, settle, label, labelsOf, create } = storeWith()
    const row = plan({ email: 'again.again@ig.do' })
    label([row.id], ['early'])
    settle(send(row), done())
    expect(labelsOf(row.id)).toEqual(['early'])
    label([row.id], ['later'])
    const newer = plan({ email: 'again.again@ig.do', plannedAt: NOON + 9 })
    label([newer.id], ['new'])
    settle(send(newer), done())
    expect(labelsOf(newer.id)).toEqual(['early', 'later', 'new'])
    expect(store.read('addresses.get', row.id)?.id).toBe(newer.id)
    expect(label(['never', create('other.one')], ['x'])).toBe(1)
  })

  it('get another name everywhere, and join one that is there', () => {
    const { store, ids, label, labelsOf } = storeWith('one.one', 'two.two', 'three.three')
    label(ids.slice(0, 2), ['Shop'])
    label(ids.slice(1), ['Store'])
    expect(store.write('addresses.renameLabel', { from: 'shop', to: 'store' })).toBe(2)
    expect(ids.map(labelsOf)).toEqual([['Store'], ['Store'], ['Store']])
    expect(store.write('addresses.renameLabel', { from: 'Store', to: 'STORE' })).toBe(3)
    expect(ids.map(labelsOf)).toEqual([['STORE'], ['STORE'], ['STORE']])
    expect(store.write('addresses.renameLabel', { from: 'none', to: 'other' })).toBe(0)
  })
})

describe('hiding', () => {
  it('counts what it changed, and leaves what is on its way or in doubt', () => {
    const { ids, hide, hiddenAt, plan, send, settle, store } = storeWith('one.one', 'two.two')
    const waiting = plan()
    const doubtful = settle(send(plan()), ended('unconfirmed', TIMEOUT))
    expect(hide([...ids, waiting.id, doubtful.id, 'never'])).toEqual({ count: 2, left: 3 })
    expect(hide(ids, true, NOON + 9)).toEqual({ count: 0, left: 0 })
    expect(ids.map(hiddenAt)).toEqual([NOON, NOON])
    expect(hide(ids.slice(0, 1), false)).toEqual({ count: 1, left: 0 })
    expect(store.read('addresses.list', firstRows()).rows.map(({ id }) => id)).toContain(ids[0])
  })

  it('ends where the address is made again', () => {
    const { ids, hide, hiddenAt, create } = storeWith('again.again')
    hide(ids)
    expect(hiddenAt(create('again.again'))).toBeNull()
  })
})

describe('undo', () => {
  it('takes back the last change first, and says what it was', () => {
    const { store, ids, label, hide, labelsOf, hiddenAt } = storeWith('one.one', 'two.two')
    const [one = ''] = ids
    store.write('addresses.setNote', { id: one, note: 'shoes' })
    label(ids, ['Shop'])
    hide(ids)
    hide(ids.slice(0, 1), false)
    const undone = (): Undone | null => store.write('addresses.undo')

    expect(undone()).toEqual({ what: 'show', count: 1, id: one })
    expect(ids.map(hiddenAt)).toEqual([NOON, NOON])
    expect(undone()).toEqual({ what: 'hide', count: 2, id: one })
    expect(ids.map(hiddenAt)).toEqual([null, null])
    expect(undone()).toEqual({ what: 'labels', count: 2, id: one })
    expect(ids.map(labelsOf)).toEqual([[], []])
    expect(undone()).toEqual({ what: 'note', count: 1, id: one })
    expect(store.read('addresses.get', one)?.note).toBe('')
    expect(undone()).toBeNull()
  })

  it('brings back only what the change took: labels that were there, the name that was there', () => {
    const { store, ids, label, labelsOf } = storeWith('one.one', 'two.two')
    label(ids.slice(0, 1), ['Shop', 'Old'])
    label(ids, ['Shop'], ['Old'])
    store.write('addresses.undo')
    expect(ids.map(labelsOf)).toEqual([['Old', 'Shop'], []])
    store.write('addresses.renameLabel', { from: 'Shop', to: 'SHOP' })
    store.write('addresses.undo')
    expect(ids.map(labelsOf)).toEqual([['Old', 'Shop'], []])
  })

  it('is still there after a restart', () => {
    const { store, ids, hide } = storeWith('one.one')
    hide(ids)
    store.close()
    const again = openDirectly(store.folder)
    expect(again.write('addresses.undo')).toEqual({ what: 'hide', count: 1, id: ids[0] })
    expect(again.read('addresses.list', firstRows()).total).toBe(1)
  })

  it('follows an address that was made again meanwhile', () => {
    const { store, ids, label, labelsOf, create } = storeWith('again.again')
    label(ids, ['Shop'])
    const newer = create('again.again')
    expect(store.write('addresses.undo')).toEqual({ what: 'labels', count: 1, id: newer })
    expect(labelsOf(newer)).toEqual([])
  })

  it('passes over what is no longer as the change left it, and goes on to the one before', () => {
    const { store, ids, label, create } = storeWith('again.again')
    const [one = ''] = ids
    label(ids, ['Shop'])
    store.write('addresses.setNote', { id: one, note: 'first' })
    // The note of the newer row joins it: what was written since is not undone.
    const newer = create('again.again', 'second')
    expect(store.write('addresses.undo')).toEqual({ what: 'labels', count: 1, id: newer })
    expect(store.read('addresses.get', newer)?.note).toBe('second\nfirst')
    expect(store.write('addresses.undo')).toBeNull()
  })

  it('forgets a change that changed nothing, one that cannot be read, and all but the last fifty', () => {
    const { store, ids, label } = storeWith('one.one')
    const [one = ''] = ids
    store.write('addresses.setNote', { id: one, note: '' })
    label(ids, [], ['none'])
    for (let n = 1; n <= 60; n++) store.write('addresses.setNote', { id: one, note: `note ${n}` })
    const sql = connect(databaseIn(store.folder), { isReadOnly: false, busyTimeoutMs: 100 })
    sql.exec("UPDATE undo_log SET before = '{' WHERE id = (SELECT max(id) - 1 FROM undo_log)")
    sql.close()
    const notes: (string | undefined)[] = []
    while (store.write('addresses.undo')) notes.push(store.read('addresses.get', one)?.note)
    expect(notes).toEqual(['note 59'])
  })

  it('takes back fifty changes', () => {
    const { store, ids } = storeWith('one.one')
    const [one = ''] = ids
    for (let n = 1; n <= 60; n++) store.write('addresses.setNote', { id: one, note: `note ${n}` })
    let count = 0
    while (store.write('addresses.undo')) count++
    expect([count, store.read('addresses.get', one)?.note]).toEqual([50, 'note 10'])
  })
})
