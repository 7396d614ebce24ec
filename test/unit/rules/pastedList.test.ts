import { describe, expect, it } from 'vitest'
import { markKnown, readPasted } from '../../../src/main/rules/pastedList'
import { MOST_IN_A_LIST } from '../../../src/shared/batch'

const read = (text: string) => readPasted({ text, domain: 'ig.do', domains: ['ig.do', 'kfc.sh'] })
const problems = (text: string) => read(text).map(({ problem }) => problem)

describe('a pasted list', () => {
  it('is an address or a local part a line, with a note behind a tab, comma or semicolon', () => {
    const lines = read('train.tickets\nShop.One@KFC.sh\tThe shop, Berlin\nother-shop, its; note\nlast.one;')
    expect(lines.map(({ item }) => item)).toEqual([
      { localPart: 'train.tickets', domain: 'ig.do' },
      { localPart: 'shop.one', domain: 'kfc.sh', note: 'The shop, Berlin' },
      { localPart: 'other-shop', domain: 'ig.do', note: 'its; note' },
      { localPart: 'last.one', domain: 'ig.do' },
    ])
    expect(lines.every(({ isSendable, problem }) => isSendable && problem === null)).toBe(true)
  })

  it('may come from a spreadsheet: cells in quotes, quotes doubled, lines of Windows', () => {
    expect(read('"train.tickets","the ""good"" seats"\r\n"shop.one"').map(({ item }) => item)).toEqual([
      { localPart: 'train.tickets', domain: 'ig.do', note: 'the "good" seats' },
      { localPart: 'shop.one', domain: 'ig.do' },
    ])
  })

  it('counts empty lines and leaves them out', () => {
    expect(read('\n\nfirst.one\n   \nsecond.one\n').map(({ line }) => line)).toEqual([3, 5])
  })

  it('says line by line what cannot be sent, with the text as it was pasted', () => {
    const lines = read(
      `ab\ntwo words\nfine.name@nowhere\nfine.name@@ig.do\nadmin\nlong.note,${'n'.repeat(4001)}`,
    )
    expect(lines.map(({ problem }) => problem)).toEqual([
      'name',
      'name',
      'domain',
      'domain',
      'reserved',
      'note',
    ])
    expect(lines.some(({ isSendable }) => isSendable)).toBe(false)
    expect(lines[1]?.text).toBe('two words')
  })

  it('only warns of a name that is likely reserved and of a domain that the user has not listed', () => {
    const lines = read('newsletter@ig.do\nsupport\nfine.name@example.org')
    expect(lines.map(({ problem, isSendable }) => ({ problem, isSendable }))).toEqual([
      { problem: null, isSendable: true },
      { problem: 'reserved-likely', isSendable: true },
      { problem: 'domain', isSendable: true },
    ])
  })

  it('sends an address once, however it is written', () => {
    expect(problems('same.name\nSAME.NAME@ig.do\nsame.name@kfc.sh')).toEqual([null, 'twice', null])
  })

  it('does not send what is known here', () => {
    const lines = read('known.name\nnew.name').map((line) => markKnown(line, new Set(['known.name@ig.do'])))
    expect(lines.map(({ problem, isSendable }) => ({ problem, isSendable }))).toEqual([
      { problem: 'known', isSendable: false },
      { problem: null, isSendable: true },
    ])
  })

  it(`has ${MOST_IN_A_LIST} lines at most`, () => {
    const text = Array.from({ length: MOST_IN_A_LIST + 2 }, (_, n) => `name.${n}`).join('\n')
    const lines = read(text)
    expect(lines.filter(({ isSendable }) => isSendable)).toHaveLength(MOST_IN_A_LIST)
    expect(lines.slice(-2).map(({ problem }) => problem)).toEqual(['too-many', 'too-many'])
  })
})
