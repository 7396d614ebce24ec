import { describe, expect, it } from 'vitest'
import { domainsByName } from '../../../src/shared/domain'
import { mailboxesByAddress } from '../../../src/shared/mailbox'
import { openDirectly } from './testStore'

const renewing = { ...mailboxesByAddress, renewsWithin: 7 } as const

describe('a saved view', () => {
  it('is kept as it was saved, over restarts', () => {
    const store = openDirectly()
    const saved = store.write('views.save', { list: 'mailboxes', name: 'Renewing', view: renewing })
    expect(saved).toEqual({ id: saved.id, list: 'mailboxes', name: 'Renewing', view: renewing })
    store.close()
    expect(openDirectly(store.folder).read('views.list')).toEqual([saved])
  })

  it('replaces the one of its list and name, whatever the case, and keeps its id', () => {
    const store = openDirectly()
    const first = store.write('views.save', { list: 'mailboxes', name: 'Éclair', view: mailboxesByAddress })
    const second = store.write('views.save', { list: 'mailboxes', name: 'ÉCLAIR', view: renewing })
    expect(second).toEqual({ ...first, name: 'ÉCLAIR', view: renewing })
    expect(store.read('views.list')).toEqual([second])
  })

  it('of another list or name stands beside it, by name', () => {
    const store = openDirectly()
    store.write('views.save', { list: 'mailboxes', name: 'b', view: renewing })
    store.write('views.save', { list: 'mailboxes', name: 'A', view: renewing })
    store.write('views.save', { list: 'domains', name: 'b', view: domainsByName })
    expect(store.read('views.list').map(({ list, name }) => `${list} ${name}`)).toEqual([
      'domains b',
      'mailboxes A',
      'mailboxes b',
    ])
  })

  it('is removed by its id, and nothing else is', () => {
    const store = openDirectly()
    const { id } = store.write('views.save', { list: 'domains', name: 'b', view: domainsByName })
    for (const other of ['', '0', '99', `${id} `, `${id}.0`, 'x', "' OR 1"]) {
      expect(store.write('views.remove', other)).toBe(false)
    }
    expect(store.write('views.remove', id)).toBe(true)
    expect(store.write('views.remove', id)).toBe(false)
    expect(store.read('views.list')).toEqual([])
  })
})
