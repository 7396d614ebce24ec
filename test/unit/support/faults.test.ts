import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_KEY, type LikeDo, startLikeDo } from '../../support/likedo/server'
import type { Arrival } from '../../support/loopback/arrivals'
import {
  actedThenBroke,
  actsWhen,
  type Cut,
  describeFault,
  everyFault,
  type Fault,
  faultKinds,
} from '../../support/loopback/faults'
import { connectRaw, type RawConnection, rawRequest } from '../../support/rawClient'

const CREATE = '/api/v1/emails/create'
const EMAIL = 'myemail@ig.do'

let likedo: LikeDo
let raw: RawConnection

const create = (email = EMAIL): string => rawRequest('POST', CREATE, DEFAULT_KEY, { email })
const list = (): string => rawRequest('GET', '/api/v1/emails', DEFAULT_KEY)
const arrival = (): Arrival => {
  const last = likedo.requests.at(-1)
  if (!last) throw new Error('nothing arrived')
  return last
}
const held = (): string[] => likedo.addressesOf(DEFAULT_KEY).map(({ email }) => email)
const meet = (fault: Fault, request = create()): void => {
  likedo.next(fault)
  raw.send(request)
}

beforeEach(async () => {
  likedo = await startLikeDo()
  raw = await connectRaw(likedo.port)
})
afterEach(async () => {
  raw.close()
  await likedo.close()
})

describe.each<Cut>(['reset', 'fin'])('a connection cut with %s', (how) => {
  it('before the body is read: the request is logged without its body, nothing is done', async () => {
    meet({ kind: 'drop', when: 'reading', how })

    expect(await raw.ended).toBe(how)
    expect(raw.received()).toBe('')
    expect(arrival()).toMatchObject({
      path: CREATE,
      fault: 'drop',
      body: null,
      effect: null,
      answered: null,
      ended: 'cut',
    })
    expect(held()).toEqual([])
  })

  it('before acting: the request is logged whole, nothing is done', async () => {
    meet({ kind: 'drop', when: 'before', how })

    expect(await raw.ended).toBe(how)
    expect(raw.received()).toBe('')
    expect(arrival()).toMatchObject({ email: EMAIL, effect: null, answered: null, ended: 'cut' })
    expect(held()).toEqual([])
  })

  it('after acting: the address exists, not a byte was answered', async () => {
    meet({ kind: 'drop', when: 'after', how })

    expect(await raw.ended).toBe(how)
    expect(raw.received()).toBe('')
    expect(arrival()).toMatchObject({ effect: { status: 201, created: EMAIL }, answered: null, ended: 'cut' })
    expect(held()).toEqual([EMAIL])
  })

  it('after half a status line', async () => {
    meet({ kind: 'half-status', act: true, how })

    expect(await raw.ended).toBe(how)
    expect(raw.received()).toBe('HTTP/1.1 20')
    expect(held()).toEqual([EMAIL])
  })

  it('after half the body', async () => {
    meet({ kind: 'half-body', act: true, how })

    expect(await raw.ended).toBe(how)
    const [head = '', body = ''] = raw.received().split('\r\n\r\n')
    expect(head).toMatch(/^HTTP\/1\.1 201 /)
    expect(body.length).toBeGreaterThan(0)
    expect(body.length).toBeLessThan(Number(/content-length: (\d+)/.exec(head)?.[1]))
    expect(arrival()).toMatchObject({ answered: { status: 201, whole: false }, ended: 'cut' })
    expect(held()).toEqual([EMAIL])
  })

  it('on a reused connection only, when that is asked for', async () => {
    likedo.next({ kind: 'drop', when: 'after', how }, { connection: 'reused' })
    raw.send(create('first@ig.do'))
    await raw.until(/first@ig\.do/)
    raw.send(create('second@ig.do'))

    expect(await raw.ended).toBe(how)
    expect(
      likedo.requests.map(({ connection, onConnection, ended }) => [connection, onConnection, ended]),
    ).toEqual([
      [1, 1, 'answered'],
      [1, 2, 'cut'],
    ])
    expect(held()).toEqual(['second@ig.do', 'first@ig.do'])
  })

  it('in the middle of a list', async () => {
    meet({ kind: 'half-body', act: true, how }, list())

    expect(await raw.ended).toBe(how)
    expect(raw.received()).toMatch(/^HTTP\/1\.1 200 /)
  })
})

describe('time', () => {
  it('a delay before acting: nothing is done until then, even though the client has left', async () => {
    meet({ kind: 'delay', before: 200 })
    await likedo.when('received')
    raw.close()

    expect(held()).toEqual([])
    await likedo.settled()
    expect(held()).toEqual([EMAIL])
    expect(arrival()).toMatchObject({ effect: { created: EMAIL }, ended: 'client' })
    expect((arrival().effect?.at ?? 0) - arrival().at).toBeGreaterThanOrEqual(195)
  })

  it('a delay after acting: the address exists long before the answer', async () => {
    const started = Date.now()
    meet({ kind: 'delay', after: 200 })
    await likedo.when('acted')
    expect([held(), raw.received()]).toEqual([[EMAIL], ''])

    await raw.until(/201/)

    expect(Date.now() - started).toBeGreaterThanOrEqual(195)
  })

  it('a held request goes on when it is released, and not before', async () => {
    meet({ kind: 'hold', at: 'received' })
    await likedo.when('received')
    await likedo.settled()
    expect([held(), raw.received()]).toEqual([[], ''])

    expect(likedo.release()).toBe(1)

    await raw.until(/HTTP\/1\.1 201/)
    expect(held()).toEqual([EMAIL])
  })

  it('acting late: only after the client gave up', async () => {
    meet({ kind: 'act-late', ms: 150 })
    await likedo.when('received')
    expect(held()).toEqual([])
    const left = Date.now()
    raw.close()

    await likedo.settled()

    expect(held()).toEqual([EMAIL])
    expect((arrival().effect?.at ?? 0) - left).toBeGreaterThanOrEqual(145)
    expect(arrival()).toMatchObject({ answered: null, ended: 'client' })
  })

  it('a body that comes a byte at a time', async () => {
    meet({ kind: 'trickle', act: true, intervalMs: 30 })

    await raw.until(/\r\n\r\n{"su/)
    const early = raw.received()
    await raw.until(/{"succes/)

    expect(early).not.toMatch(/data/)
    expect(arrival()).toMatchObject({ answered: { status: 201, whole: false }, ended: null })
  })

  it('silence: the connection stays open without an answer', async () => {
    meet({ kind: 'silence', act: true })
    await likedo.when('acted')
    const second = await connectRaw(likedo.port)
    second.send(list())
    await second.until(/HTTP\/1\.1 200/)

    expect([raw.received(), held()]).toEqual(['', [EMAIL]])
    second.close()
  })
})

describe('the list of faults', () => {
  const every = everyFault({ otherOrigin: 'http://127.0.0.1:9', shortMs: 10, lateMs: 50 })

  it('holds every kind but those that a test must end or fill in itself, none twice', () => {
    const listed = new Set(every.map(({ kind }) => kind))

    expect(faultKinds.filter((kind) => !listed.has(kind))).toEqual(['hold', 'answer'])
    expect(new Set(every.map(describeFault)).size).toBe(every.length)
  })

  it.each(every.map((fault) => ({ name: describeFault(fault), fault })))(
    '$name acts when it says',
    async ({ fault }) => {
      meet(fault)
      if (fault.kind === 'trickle') await raw.until(/\r\n\r\n{/)
      else if (fault.kind !== 'act-late' && fault.kind !== 'silence') await likedo.when('ended')
      else await likedo.when('received')
      expect(held()).toEqual(actsWhen(fault) === 'in time' ? [EMAIL] : [])

      raw.close()
      await likedo.settled()

      expect(held()).toEqual(actsWhen(fault) === 'never' ? [] : [EMAIL])
    },
  )

  it.each(actedThenBroke.map(describeFault))('%s acts', (name) => {
    expect(actedThenBroke.find((fault) => describeFault(fault) === name)).toSatisfy(
      (fault) => actsWhen(fault) === 'in time',
    )
  })
})
