import { describe, expect, it } from 'vitest'
import {
  type AssignableDomain,
  type AssignmentTexts,
  judgeAssignment,
  judgeKnown,
} from '../../../src/main/rules/assignment'

const domain = (name: string, change: Partial<AssignableDomain> = {}): AssignableDomain => ({
  ...{ name, serviceId: `id-${name}`, workspaceId: 'w1', workspaceName: 'Acme', mailboxes: 0, ...change },
})
const acme = domain('acme.test')
const anna = { firstName: 'Anna', lastName: 'Berg', domain: 'acme.test' }
const nobody = { listed: new Set<string>(), sent: new Set<string>() }

const judge = (
  texts: readonly AssignmentTexts[],
  { domains = [acme], home = '' }: { domains?: readonly AssignableDomain[]; home?: string } = {},
) =>
  judgeAssignment(
    texts.map((each, index) => ({ line: index + 1, texts: each })),
    { domains, pattern: '{first}.{last}', domain: home },
  )
const problemsOf = (...asked: Parameters<typeof judge>) => judge(...asked).map(({ problems }) => problems)

describe('a row of a list of new mailboxes', () => {
  it('is a name, a user name by the pattern, and where its domain is', () => {
    expect(judge([anna])).toEqual([
      {
        ...{ line: 1, firstName: 'Anna', lastName: 'Berg', username: 'anna.berg', domain: 'acme.test' },
        ...{ workspaceName: 'Acme', problems: [], warnings: [], home: acme },
      },
    ])
  })

  it('may say its user name or its whole address, whatever the pattern; letter case makes none', () => {
    expect(judge([{ ...anna, username: 'AB' }])[0]).toMatchObject({ username: 'ab', problems: [] })
    const { domain: _, ...person } = anna
    expect(judge([{ ...person, address: 'Sales.Team@ACME.test' }])[0]).toMatchObject({
      ...{ username: 'sales.team', domain: 'acme.test', problems: [] },
    })
  })

  it('takes the domain of the form where it names none', () => {
    const { domain: _, ...person } = anna
    expect(problemsOf([person], { home: 'acme.test' })).toEqual([[]])
    expect(problemsOf([person])).toEqual([['no-domain']])
  })

  it('names everything that stands against it', () => {
    expect(problemsOf([{ firstName: 'Anna', username: 'a b', domain: 'other.test' }])).toEqual([
      ['no-last-name', 'username', 'unknown-domain'],
    ])
    expect(problemsOf([{}])).toEqual([['no-first-name', 'no-last-name', 'no-domain']])
  })

  it('is in no workspace by chance', () => {
    const domains = [
      acme,
      domain('acme.test', { serviceId: 'id-2', workspaceId: 'w2', workspaceName: 'Globex' }),
    ]
    expect(problemsOf([anna], { domains })).toEqual([['several-workspaces']])
    expect(judge([{ ...anna, workspace: 'globex' }], { domains })[0]?.home).toMatchObject({
      serviceId: 'id-2',
    })
    expect(problemsOf([{ ...anna, workspace: 'Initech' }], { domains })).toEqual([['unknown-domain']])
  })

  it('cannot be sent to a domain that only mailboxes have shown', () => {
    expect(problemsOf([anna], { domains: [domain('acme.test', { serviceId: null })] })).toEqual([
      ['domain-without-id'],
    ])
  })

  it('is told apart from the same before it, and not from one at another domain', () => {
    const domains = [acme, domain('globex.test')]
    const rows = [anna, { ...anna, domain: 'globex.test' }, { ...anna, username: 'Anna.Berg' }]
    expect(problemsOf(rows, { domains })).toEqual([[], [], ['twice']])
  })

  it('warns of names in other letters and of roles; letters that nobody knows are a problem', () => {
    const rows = judge([
      { ...anna, firstName: 'Zoë' },
      { ...anna, username: 'postmaster' },
      { ...anna, firstName: '李' },
    ])
    expect(rows.map(({ username, problems, warnings }) => [username, problems, warnings])).toEqual([
      ['zoe.berg', [], ['latinised']],
      ['postmaster', [], ['role']],
      ['.berg', ['not-latin'], []],
    ])
  })
})

describe('what an account has', () => {
  it('stands against the same address, listed or sent', () => {
    const { rows } = judgeKnown(judge([anna, { ...anna, firstName: 'Bo' }, { ...anna, firstName: 'Cy' }]), {
      listed: new Set(['anna.berg@acme.test']),
      sent: new Set(['bo.berg@acme.test']),
    })
    expect(rows.map(({ problems }) => problems)).toEqual([['known'], ['sent'], []])
  })

  it('crowds a domain from the sixth mailbox on, with those that are there', () => {
    const crowd = (there: number, added: number) =>
      judgeKnown(
        judge(
          Array.from({ length: added }, (_, n) => ({ ...anna, firstName: `Anna${n}` })),
          { domains: [domain('acme.test', { mailboxes: there })] },
        ),
        nobody,
      )
    expect(crowd(3, 2)).toMatchObject({ crowded: [], rows: [{ warnings: [] }, { warnings: [] }] })
    expect(crowd(4, 2)).toMatchObject({
      crowded: [{ domain: 'acme.test', count: 6 }],
      rows: [{ warnings: ['crowded'] }, { warnings: ['crowded'] }],
    })
  })

  it('is not known of a domain whose mailboxes were not read', () => {
    const { rows } = judgeKnown(
      judge([anna], { domains: [domain('acme.test', { mailboxes: null })] }),
      nobody,
    )
    expect(rows[0]?.warnings).toEqual(['unread'])
  })
})
