import { describe, expect, it } from 'vitest'
import {
  mailboxComplaints,
  mailboxLines,
  readWrite,
  rowsInputOf,
  tableRemarks,
  typedMailboxes,
} from '../../../src/renderer/fields/writeFields'
import { operationOf } from '../../../src/shared/litemail/operations'
import { writingIds } from '../../../src/shared/litemail/writing'
import { operationWritesText } from '../../../src/shared/text/window/operationWrites'

const { complaints } = operationWritesText

describe('the fields of an operation that writes', () => {
  it('are one row where nothing of it comes several times', () => {
    const { rows } = readWrite(operationOf('tags.create'), { name: ' Warm ', color: '#2f9e44' })
    expect(rows).toEqual([{ name: 'Warm', color: '#2f9e44' }])
  })

  it('are a row for each id of a line', () => {
    const read = readWrite(operationOf('mailboxes.remove'), { id: 'm1\n m2 \n\nm3' })
    expect(read.rows).toEqual([{ id: 'm1' }, { id: 'm2' }, { id: 'm3' }])
    expect(read.shown).toEqual({ id: 'm1' })
  })

  it('are a row for each of several values, with one value each, and shown as their request has them', () => {
    const read = readWrite(operationOf('domains.addDmarc'), { domainIds: 'd1\nd2', email: 'a@acme.example' })
    expect(read.rows).toEqual([
      { domainIds: ['d1'], email: 'a@acme.example' },
      { domainIds: ['d2'], email: 'a@acme.example' },
    ])
    expect(read.shown).toEqual({ domainIds: ['d1', 'd2'], email: 'a@acme.example' })
  })

  it('are a row for each mailbox of a table', () => {
    const typed = { domainId: 'd1', mailboxes: 'Ann\tLee\tann\nBo\tLi\tbo' }
    expect(readWrite(operationOf('mailboxes.assign'), typed).rows).toEqual([
      {
        domainId: 'd1',
        'mailboxes.firstName': 'Ann',
        'mailboxes.lastName': 'Lee',
        'mailboxes.username': 'ann',
      },
      { domainId: 'd1', 'mailboxes.firstName': 'Bo', 'mailboxes.lastName': 'Li', 'mailboxes.username': 'bo' },
    ])
  })

  it('keep several values of one row together where the operation is about all of them at once', () => {
    const { rows } = readWrite(operationOf('placement.create'), { name: 'Test', mailboxIds: 'm1\nm2' })
    expect(rows).toEqual([{ name: 'Test', mailboxIds: ['m1', 'm2'] }])
  })

  it('never hold a secret, and need it all the same', () => {
    const operation = operationOf('exports.addAccount')
    const typed = { app: 'instantly', email: 'a@acme.example', password: 'never kept here' }
    expect(readWrite(operation, typed)).toMatchObject({
      rows: [],
      complaints: { password: complaints.needed },
    })
    expect(readWrite(operation, typed, { secrets: ['password'] }).rows).toEqual([
      { app: 'instantly', email: 'a@acme.example' },
    ])
  })

  it('say what stands against them, and are no rows meanwhile', () => {
    expect(readWrite(operationOf('mailboxes.remove'), { id: ' \n' })).toMatchObject({
      rows: [],
      complaints: { id: complaints.needed },
    })
    expect(readWrite(operationOf('mailboxes.remove'), { id: 'm1\nm2\nm1' }).complaints).toEqual({
      id: complaints.twice('m1'),
    })
    const lines = mailboxLines('Ann\tLee\tann@acme.example\nBo\t\tbo\nBob\tLi\tBO')
    expect(mailboxComplaints(lines)).toEqual([
      { username: complaints.username },
      { lastName: complaints.needed },
      { username: complaints.twice('BO') },
    ])
  })

  it('name the first lines of a long table that something stands against, and count the others', () => {
    const good = Array.from({ length: 60 }, (_, at) => `Ann\tLee\tann${at}`)
    expect(tableRemarks(mailboxLines(good.join('\n')))).toEqual([])
    const bad = [...good, ...Array.from({ length: 7 }, () => 'Bo\t\t')]
    const remarks = tableRemarks(mailboxLines(bad.join('\n')))
    expect(remarks).toHaveLength(6)
    expect(remarks[0]).toBe(operationWritesText.lineRemark(61, 'lastName', complaints.needed))
    expect(remarks.at(-1)).toBe(operationWritesText.moreRemarks(2))
  })

  it('take no table longer than a plan', () => {
    const mailboxes = Array.from({ length: 5_001 }, (_, at) => `Ann\tLee\tann${at}`).join('\n')
    expect(tableRemarks(mailboxLines(mailboxes))).toEqual([complaints.many])
    const read = readWrite(operationOf('mailboxes.assign'), { domainId: 'd1', mailboxes })
    expect([read.rows, read.complaints.mailboxes]).toEqual([[], complaints.many])
  })

  it('keep a table as it was typed', () => {
    const typed = 'Ann\tLee\tann\n\t\t'
    expect(typedMailboxes(mailboxLines(typed))).toBe(typed)
    expect(mailboxLines('')).toHaveLength(1)
  })

  it.each(writingIds)('of %s have an input for each of its rows, if it has several', (id) => {
    const input = rowsInputOf(operationOf(id))
    expect(input === null || operationOf(id).input.includes(input.field)).toBe(true)
  })
})
