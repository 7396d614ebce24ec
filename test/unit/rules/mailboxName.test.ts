import { describe, expect, it } from 'vitest'
import { latinise } from '../../../src/main/rules/latinLetters'
import { isNamePattern, isUsername, nameBy, splitName } from '../../../src/main/rules/mailboxName'

describe('a name in the letters of ASCII', () => {
  it.each([
    ['José', 'jose'],
    ['Müller', 'muller'],
    ['Groß', 'gross'],
    ['Łukasz', 'lukasz'],
    ['Søren Ærø', 'soren aero'],
    ['Þórr', 'thorr'],
    ['Nguyễn', 'nguyen'],
    ['İpek Işık', 'ipek isik'],
    ['Жанна Щербакова', 'zhanna shcherbakova'],
    ['Алексей', 'aleksei'],
    ['Сергій Їжак', 'sergii izhak'],
    ['Ђорђе', 'djordje'],
    ['Γιώργος', 'giorgos'],
    ['Ευάγγελος', 'evangelos'],
    ['Θεοδωρόπουλος', 'theodoropoulos'],
    ['Μπάμπης', 'bampis'],
  ])('%s is %s', (name, written) => {
    expect(latinise(name)).toEqual({ text: written, isChanged: true, hasUnknown: false })
  })

  it('is the same where it has no others', () => {
    expect(latinise("Anna O'Brien")).toEqual({ text: "anna o'brien", isChanged: false, hasUnknown: false })
  })

  it.each(['李', 'محمد', 'दीपा', '山田'])('of %s it is said that there are none', (name) => {
    expect(latinise(name)).toMatchObject({ hasUnknown: true })
  })
})

describe('a pattern of user names', () => {
  const anna = { firstName: 'Anna Maria', lastName: "O'Brien-Voß" }
  it.each([
    ['{first}.{last}', 'annamaria.obrienvoss'],
    ['{f}{last}', 'aobrienvoss'],
    ['{first}_{l}', 'annamaria_o'],
    ['{last}.{f}', 'obrienvoss.a'],
    ['team-{first}1', 'team-annamaria1'],
  ])('%s makes %s', (pattern, username) => {
    expect(isNamePattern(pattern)).toBe(true)
    expect(nameBy(pattern, anna)).toMatchObject({ username, hasUnknown: false })
  })

  it('says whether letters were written as others, of what it uses alone', () => {
    expect(nameBy('{first}', anna).isLatinised).toBe(false)
    expect(nameBy('{l}{last}', anna).isLatinised).toBe(true)
    expect(nameBy('{last}', { firstName: '李', lastName: 'Voss' }).hasUnknown).toBe(false)
    expect(nameBy('{f}.{last}', { firstName: '李', lastName: 'Voss' }).hasUnknown).toBe(true)
  })

  it.each(['', 'anna', '{first} {last}', '{First}', '{first}@{last}', '{first}{', '{n}'])(
    '%j is none',
    (pattern) => expect(isNamePattern(pattern)).toBe(false),
  )
})

describe('a user name', () => {
  it.each(['a', 'anna.berg', 'anna_berg-2', '7', 'a'.repeat(64)])('can be %s', (text) => {
    expect(isUsername(text)).toBe(true)
  })

  it.each([
    '',
    '.anna',
    'anna.',
    'an..na',
    'anna berg',
    'Anna',
    'añna',
    'anna@x',
    'a+b',
    '-a',
    'a'.repeat(65),
  ])('cannot be %j', (text) => expect(isUsername(text)).toBe(false))
})

it('a whole name is parted at its last word, or by its comma', () => {
  expect(splitName(' Anna Maria  Berg ')).toEqual({ firstName: 'Anna Maria', lastName: 'Berg' })
  expect(splitName('Berg, Anna')).toEqual({ firstName: 'Anna', lastName: 'Berg' })
  expect(splitName('Cher')).toEqual({ firstName: '', lastName: 'Cher' })
})
