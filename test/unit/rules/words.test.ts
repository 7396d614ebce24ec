import { describe, expect, test } from 'vitest'
import { reservedStanding } from '../../../src/main/rules/reservedNames'
import { wordLists } from '../../../src/main/rules/words'

describe('the lists of words', () => {
  const { first, second } = wordLists()

  test('are long enough for 30 bits with three digits', () => {
    expect(first.length).toBeGreaterThanOrEqual(1037)
    expect(second.length).toBeGreaterThanOrEqual(1037)
  })

  test('hold plain words of three to eight letters, none twice', () => {
    for (const list of [first, second]) {
      expect(new Set(list).size).toBe(list.length)
      for (const word of list) expect(word).toMatch(/^[a-z]{3,8}$/)
    }
  })

  test('hold no role and no word that reads like a system', () => {
    const roles =
      'account admin agent billing bank client data domain editor email guest help host info mail mailbox manager message network news node notify office owner password payment police postbox press proof report root sale secret secure security server service staff support system team test ticket trusted update user verified visitor wallet web'
    for (const word of [...first, ...second]) {
      expect(reservedStanding(word), word).toBe('no')
      expect(roles.split(' '), word).not.toContain(word)
    }
  })

  test('hold nothing that insults, frightens or names a person', () => {
    const denied =
      'angry ape arms baboon bald blood bomb boob booze bottom broken bullet butt child cow cripple crime cruel curse danger dead death devil dirty donkey drug drunk dull dumb elderly enemy evil fat fight filthy flesh fool foul ghost gorilla grave gun hate hell holy horny hot idiot kick kill killer knife lame loser lying married meat monkey mother mule mum murder naked nasty nephew niece nude pig poison poor priest prince pus rat rogue rude sad scar shame sick skinny skull slave slime slut snake sperm spit stink stupid sword tank terror thief thigh toilet tomb trash ugly uncle venom victim violent virgin virus war weapon weed weird whale whip witch worm wound'
    for (const word of [...first, ...second]) expect(denied.split(' '), word).not.toContain(word)
  })
})
