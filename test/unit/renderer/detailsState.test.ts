import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { usePlace } from '../../../src/renderer/state/app'
import {
  addressDetails,
  followDetails,
  openDetails,
  refreshDetails,
  useDetails,
} from '../../../src/renderer/state/details'
import { err, ok } from '../../../src/shared/result'

const asked: string[] = []
let answer = (id: string): unknown => ok({ address: { id }, activity: [], listedAt: null })

const settled = () => new Promise<void>((resolve) => setTimeout(resolve))

describe('The details of an address', () => {
  beforeEach(() => {
    asked.length = 0
    answer = (id) => ok({ address: { id }, activity: [], listedAt: null })
    vi.stubGlobal('window', {
      bridge: {
        call: async (_method: string, { id }: { id: string }) => {
          asked.push(id)
          return answer(id)
        },
      },
    })
    addressDetails.close()
  })
  afterEach(() => vi.unstubAllGlobals())

  it('open on the list’s screen, with the keyboard where it was asked for', async () => {
    usePlace.setState({ screen: 'settings' })
    openDetails('a', { focus: 'note' })
    await settled()
    expect(usePlace.getState().screen).toBe('addresses')
    expect(useDetails.getState()).toMatchObject({
      id: 'a',
      about: { address: { id: 'a' } },
      wanted: { place: 'note' },
    })
  })

  it('follow the list’s active row only while they are open, and leave the keyboard there', async () => {
    followDetails('a')
    await settled()
    expect(useDetails.getState().id).toBeNull()
    expect(asked).toEqual([])

    openDetails('a')
    addressDetails.meetWanted()
    followDetails('b')
    await settled()
    expect(useDetails.getState()).toMatchObject({ id: 'b', about: { address: { id: 'b' } }, wanted: null })
  })

  it('stay with what they were opened for while the keyboard is on its way into them, past the first row', async () => {
    usePlace.setState({ screen: 'settings' })
    openDetails('b')
    followDetails('first')
    await settled()
    expect(useDetails.getState()).toMatchObject({ id: 'b', about: { address: { id: 'b' } } })

    // What cannot be read takes no keyboard: the list has it, and is followed.
    answer = () => err({ kind: 'storage', problem: 'failed' })
    openDetails('c')
    await settled()
    followDetails('first')
    expect(useDetails.getState()).toMatchObject({ id: 'first' })
  })

  it('ask once for the row where the arrow keys came to rest', async () => {
    openDetails('a')
    addressDetails.meetWanted()
    for (const id of ['b', 'c', 'd', 'e']) followDetails(id)
    await settled()
    expect(asked).toEqual(['a', 'e'])
    expect(useDetails.getState().about).toMatchObject({ address: { id: 'e' } })
  })

  it('close where the address is no longer there', async () => {
    openDetails('a')
    await settled()
    answer = () => err({ kind: 'not-found', what: 'address' })
    await refreshDetails()
    expect(useDetails.getState()).toMatchObject({ id: null, about: null })
  })

  it('keep what is known while a later reading fails, and say so', async () => {
    openDetails('a')
    await settled()
    answer = () => err({ kind: 'storage', problem: 'locked' })
    await refreshDetails()
    expect(useDetails.getState()).toMatchObject({
      about: { address: { id: 'a' } },
      error: { kind: 'storage', problem: 'locked' },
    })
  })

  it('show nothing of the address before where the next one cannot be read', async () => {
    openDetails('a')
    addressDetails.meetWanted()
    await settled()
    answer = () => err({ kind: 'storage', problem: 'locked' })
    followDetails('b')
    await settled()
    expect(useDetails.getState()).toMatchObject({
      id: 'b',
      about: null,
      error: { kind: 'storage', problem: 'locked' },
    })
  })
})
