import { describe, expect, it } from 'vitest'
import { misshapenAt, read } from './asking'

const anna = { id: 'm1', username: 'anna', domain: 'Acme.test', status: 'ACTIVE' }
const ben = { id: 'm2', email: 'ben@globex.test' }
const ids = (answer: ReturnType<typeof read<'mailboxes.list'>>) =>
  answer.ok ? answer.value.rows.map(({ id }) => id) : answer.error

describe('a list of mailboxes', () => {
  it.each([
    ['an array under data', { status: 200, message: 'ok', data: [anna, ben] }],
    ['the other envelope', { success: true, message: 'ok', data: [anna, ben] }],
    ['an object with paging beside', { status: 200, data: { total: 2, mailboxes: [anna, ben] } }],
    ['the same without data', { message: 'ok', mailboxes: [anna, ben] }],
    ['a bare array', [anna, ben]],
    ['an array under a common name', { data: { items: [anna, ben], page: 1 } }],
    [
      'domains that have theirs',
      {
        data: {
          domains: [
            { id: 'd1', domain: 'acme.test', status: 'ACTIVE', mailboxes: [anna] },
            { id: 'd0', domain: 'empty.test', mailboxes: [] },
            { id: 'd2', domain: 'globex.test', mailboxes: [ben] },
          ],
        },
      },
    ],
    [
      'an array of domains that have theirs',
      {
        data: [
          { id: 'd1', mailboxes: [anna] },
          { id: 'd2', mailboxes: [ben] },
        ],
      },
    ],
  ])('comes as %s', (_, body) => {
    expect(ids(read('mailboxes.list', body))).toEqual(['m1', 'm2'])
  })

  it('takes from a domain what its mailboxes leave out', () => {
    const group = { id: 7, domainName: 'ACME.test', mailboxes: [{ id: 1, username: 'Anna' }] }
    expect(read('mailboxes.list', { data: { domains: [group] } })).toMatchObject({
      value: {
        rows: [{ id: '1', email: 'Anna@acme.test', username: 'Anna', domain: 'acme.test', domainId: '7' }],
      },
    })
  })

  it('is empty only where the service shows an empty list', () => {
    for (const body of [{ data: [] }, [], { data: { mailboxes: [], total: 0 } }, { data: { domains: [] } }]) {
      expect(read('mailboxes.list', body)).toMatchObject({ ok: true, value: { rows: [] } })
    }
  })

  it.each([
    ['nothing under data', { status: 200, message: 'ok', data: null }, 'data'],
    ['an empty object', { status: 200, data: {} }, 'data'],
    ['only a message', { status: 200, message: 'ok' }, ''],
    ['a text', { data: 'none' }, 'data'],
    ['an object for a list', { data: { mailboxes: { m1: anna } } }, 'data.mailboxes'],
    ['nothing for a list', { data: { mailboxes: null, total: 0 } }, 'data.mailboxes'],
    ['a number', 7, ''],
    ['null', 'null', ''],
    ['a no with status 200', { success: false, message: 'no', data: [] }, 'success'],
    ['another status inside', { status: 401, message: 'no', data: [] }, 'status'],
    [
      'a domain without its mailboxes',
      { data: { domains: [{ id: 'd', mailboxes: [] }, { id: 'e' }] } },
      'data.domains.1.mailboxes',
    ],
  ])('is never made of %s', (_, body, place) => {
    expect(read('mailboxes.list', body)).toEqual(misshapenAt('mailboxes.list', place))
  })

  it.each([
    ['no object', 7, ''],
    ['null', null, ''],
    ['no id', { email: 'a@b.test' }, '.id'],
    ['an empty id', { id: '', email: 'a@b.test' }, '.id'],
    ['an id that is no text', { id: { a: 1 }, email: 'a@b.test' }, '.id'],
    ['an id of 5,000 characters', { id: 'x'.repeat(5_000), email: 'a@b.test' }, '.id'],
    ['half a character for an id', { id: '\ud800', email: 'a@b.test' }, '.id'],
    ['no address', { id: 'm3', username: 'anna' }, '.email'],
    ['no @ in its address', { id: 'm3', email: 'anna' }, '.email'],
  ])('is unreadable as a whole, never shorter, where a row has %s', (_, row, place) => {
    expect(read('mailboxes.list', { data: { mailboxes: [anna, row, ben] } })).toEqual(
      misshapenAt('mailboxes.list', `data.mailboxes.1${place}`),
    )
    expect(read('mailboxes.list', { data: { domains: [{ id: 'd', mailboxes: [ben, row] }] } })).toEqual(
      misshapenAt('mailboxes.list', `data.domains.0.mailboxes.1${place}`),
    )
  })

  it.each(['../x', 'a/b?c', '\u202eabc', '<img onerror=alert(1)>', ' spaced ', 'x'.repeat(4_000)])(
    'keeps the id %j as it came',
    (id) => {
      expect(ids(read('mailboxes.list', { data: [{ id, email: 'a@b.test' }] }))).toEqual([id])
    },
  )

  it('keeps what it does not know, under the service’s names, and statuses as they came', () => {
    const row = {
      ...ben,
      status: 'Half_Baked',
      warmup: { score: 9 },
      profilePicture: null,
      assignedOn: 'soon',
    }
    expect(read('mailboxes.list', { data: [row] })).toMatchObject({
      value: {
        rows: [
          {
            status: 'Half_Baked',
            assignedAt: null,
            other: { warmup: { score: 9 }, profilePicture: null, assignedOn: 'soon' },
          },
        ],
      },
    })
  })

  it('shows nothing that turns a line around or breaks it', () => {
    const row = {
      id: 'm',
      email: 'a@b.test',
      firstName: 'An\u202ena\n',
      lastName: '\u0000',
      status: { a: 1 },
    }
    expect(read('mailboxes.list', { data: [row] })).toMatchObject({
      value: { rows: [{ firstName: 'Anna', lastName: null, status: null, other: { status: { a: 1 } } }] },
    })
  })

  it.each([
    [
      [{ id: 't1', name: 'warm', color: '#fff' }, { id: 't2' }],
      ['warm', 't2'],
    ],
    [
      ['warm', 'cold'],
      ['warm', 'cold'],
    ],
    [
      [1, 2],
      ['1', '2'],
    ],
    [[], []],
    ['warm', null],
    [null, null],
    [[{}], null],
  ])('reads tags told as %j', (tags, expected) => {
    expect(read('mailboxes.list', { data: [{ ...ben, tags }] })).toMatchObject({
      value: { rows: [{ tags: expected }] },
    })
  })

  it('knows nothing of tags where the answer says nothing of them', () => {
    expect(read('mailboxes.list', { data: [ben] })).toMatchObject({ value: { rows: [{ tags: null }] } })
  })
})

describe('what a list says of its pages', () => {
  const paged = (paging: object) => {
    const answer = read('mailboxes.list', { data: { ...paging, mailboxes: [anna, ben] } })
    if (!answer.ok) throw new Error('not read')
    const { total, page, pages, hasNext } = answer.value
    return [total, page, pages, hasNext]
  }

  it.each([
    [{}, [null, null, null, null]],
    [{ totalSearchedCount: 12, currentPage: 2, totalPages: 3, nextPage: 3 }, [12, 2, 3, true]],
    [{ total: '12', page: '2', totalPages: '3', nextPage: '3' }, [12, 2, 3, true]],
    [{ totalCount: 12, nextPage: null }, [12, null, null, false]],
    [{ nextPage: false }, [null, null, null, false]],
    [{ nextPage: 0 }, [null, null, null, false]],
    [{ nextPage: '' }, [null, null, null, false]],
    [{ hasNextPage: true }, [null, null, null, true]],
    [{ total: -1, page: 0, totalPages: 1.5 }, [null, null, null, null]],
    [{ total: 'many', page: {}, totalPages: [] }, [null, null, null, null]],
    [{ totalSearchedCount: null, total: 7 }, [7, null, null, null]],
    [{ pagination: { total: 7, page: 1 } }, [7, 1, null, null]],
  ])('%j', (paging, expected) => {
    expect(paged(paging)).toEqual(expected)
  })

  it('is read beside the list too', () => {
    expect(read('tags.list', { success: true, data: [], total: 0, page: 1 })).toMatchObject({
      value: { total: 0, page: 1 },
    })
  })

  const groups = (sizes: readonly number[], paging: object) => {
    const domains = sizes.map((size, at) => ({
      id: `d${at}`,
      domain: `d${at}.test`,
      mailboxes: Array.from({ length: size }, (_, n) => ({ id: `${at}-${n}`, username: `u${n}` })),
    }))
    const answer = read('mailboxes.list', { data: { ...paging, domains } })
    return answer.ok ? answer.value.total : answer.error
  }

  it('does not take a count of domains for one of mailboxes', () => {
    expect(groups([20, 20], { total: 2, totalPages: 1 })).toBeNull()
    expect(groups([1, 0], { total: 2, currentPage: 1, nextPage: null })).toBeNull()
    expect(groups([5, 5, 5], { total: 30, totalPages: 10 })).toBeNull()
    expect(groups([20, 20], { total: 39, totalPages: 1 })).toBeNull()
  })

  it('takes a count of mailboxes for what it is, also one that is too high', () => {
    expect(groups([20, 20], { total: 40, totalPages: 1 })).toBe(40)
    expect(groups([20, 20], { total: 41, totalPages: 1 })).toBe(41)
    expect(groups([20, 20], { total: 120, totalPages: 3 })).toBe(120)
    expect(groups([1, 1], { total: 2, totalPages: 1 })).toBe(2)
    expect(groups([], { total: 0, totalPages: 1 })).toBe(0)
  })
})
