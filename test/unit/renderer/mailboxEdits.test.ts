import { describe, expect, it } from 'vitest'
import { isNamePattern, isUsername } from '../../../src/main/rules/mailboxName'
import {
  complaintOf,
  editComplaint,
  editedRows,
  shownIn,
} from '../../../src/renderer/views/mailboxes/write/edits'
import { isPattern, PATTERNS, wishOf } from '../../../src/renderer/views/mailboxes/write/wanted'

const anna = {
  ...{ id: '1', accountId: 'a', workspaceId: 'w', serviceId: 'm1', email: 'anna@acme.test' },
  ...{ firstName: 'Anna', lastName: null, username: 'anna' },
}
const bo = { ...anna, id: '2', serviceId: 'm2', email: 'bo@acme.test', firstName: 'Bo', username: 'bo' }

describe('mailboxes that are edited', () => {
  it('send what changed of each alone, and nothing of those that stay', () => {
    const edits = { 1: { firstName: 'Anna ', lastName: 'Berg' }, 2: { firstName: 'Bo' } }
    expect(editedRows(edits, [anna, bo])).toEqual({
      rows: [{ workspaceId: 'w', inputs: { id: 'm1', lastName: 'Berg' } }],
      isFit: true,
    })
    expect(shownIn(edits, anna, 'lastName')).toBe('Berg')
    expect(shownIn(edits, bo, 'lastName')).toBe('')
  })

  it('say what cannot be sent: an emptied name, a user name that is none, a picture that is no https address', () => {
    const edits = { 1: { firstName: ' ', username: 'A b', profilePicture: 'http://x.test/a.png' } }
    expect(editedRows(edits, [anna]).isFit).toBe(false)
    expect(complaintOf(edits, anna, 'firstName')).toBe('emptied')
    expect(complaintOf(edits, anna, 'username')).toBe('username')
    expect(complaintOf(edits, anna, 'profilePicture')).toBe('picture')
    expect(complaintOf(edits, anna, 'lastName')).toBeNull()
  })

  it('take user names in lower case, and a picture only where one was typed', () => {
    const edits = { 1: { username: 'Anna.B', profilePicture: '' } }
    expect(editedRows(edits, [anna]).rows).toEqual([
      { workspaceId: 'w', inputs: { id: 'm1', username: 'anna.b' } },
    ])
  })
})

describe('what the window says while one types', () => {
  it.each(['a', 'anna.berg', 'an..na', '.a', 'a.', 'a b', 'a'.repeat(65), 'ä', 'a_b-c'])(
    'of the user name %j is what main says',
    (text) => expect(editComplaint('username', text) === null).toBe(isUsername(text)),
  )

  it.each([...PATTERNS, 'x', '', '{first} {last}', '{f}-{l}', '{n}'])('of the pattern %j too', (pattern) => {
    expect(isPattern(pattern)).toBe(isNamePattern(pattern))
  })
})

it('nothing is read before there is something to read', () => {
  const empty = {
    ...{ accountId: 'a', source: 'typed' as const, typed: { firstName: ' ', lastName: '', username: '' } },
    ...{ text: '', file: null, reading: null, domain: ' acme.test ', pattern: '{first}' },
  }
  expect(wishOf(empty)).toBeNull()
  expect(wishOf({ ...empty, source: 'file' })).toBeNull()
  expect(wishOf({ ...empty, source: 'text', text: 'Anna' })).toMatchObject({
    from: { text: 'Anna' },
    domain: 'acme.test',
  })
})
