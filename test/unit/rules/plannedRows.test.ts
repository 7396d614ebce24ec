import { describe, expect, it } from 'vitest'
import { tableMap } from '../../../src/main/rules/apiMap'
import { judgePlannedRows, secretsIn } from '../../../src/main/rules/plannedRows'
import { operationOf } from '../../../src/shared/litemail/operations'
import type { WritingId } from '../../../src/shared/litemail/writing'
import type { FilledInputs } from '../../../src/shared/operationAnswer'

function judge(
  operation: WritingId,
  inputs: readonly FilledInputs[],
  map = tableMap(operationOf(operation)),
): string[] {
  const secrets = secretsIn(operation, inputs[0] ?? {})
  const judgeRow = judgePlannedRows(operation, map, secrets, (id) =>
    id === 'elsewhere' ? 'other' : undefined,
  )
  return inputs.flatMap((filled, place) => judgeRow({ workspaceId: 'w', inputs: filled }, place))
}

const newcomer = (username: string, more: FilledInputs = {}) => ({
  ...{ domainId: 'd', 'mailboxes.firstName': 'Ada', 'mailboxes.lastName': 'Lovelace' },
  ...{ 'mailboxes.username': username },
  ...more,
})
const login = { app: 'INSTANTLY', email: 'a@x.example' }

describe('rows that are to be sent', () => {
  it('of new mailboxes say their names, and nothing else', () => {
    expect(judge('mailboxes.assign', [newcomer('ada'), newcomer('bob')])).toEqual([])
    const { 'mailboxes.lastName': _, ...nameless } = newcomer('cay')
    expect(
      judge('mailboxes.assign', [nameless, newcomer(' '), newcomer('d', { 'mailboxes.age': '9' })]),
    ).toEqual([
      'rows.0.inputs.mailboxes.lastName: missing',
      'rows.1.inputs.mailboxes.username: kind',
      'rows.2.inputs: unknown',
    ])
    expect(judge('mailboxes.assign', [newcomer('ada', { mailboxes: ['ada'] })])).toEqual([
      'rows.0.inputs: unknown',
    ])
    expect(judge('mailboxes.assign', [{ domainId: 'd' }])).toHaveLength(3)
  })

  it.each<[WritingId, FilledInputs[]]>([
    [
      'mailboxes.update',
      [
        { id: 'm', firstName: 'Ada' },
        { id: 'm', firstName: 'Bob' },
      ],
    ],
    ['mailboxes.assign', [newcomer('ada'), newcomer('ADA', { 'mailboxes.firstName': 'Ad' })]],
    ['domains.connect', [{ domainNames: ['x.example'] }, { domainNames: ['X.example'] }]],
    [
      'domains.addForwarding',
      [
        { domainIds: ['d'], forwardTo: 'https://a.example' },
        { domainIds: ['d'], forwardTo: 'https://b.example' },
      ],
    ],
    ['wallet.addCredit', [{ amount: 50 }, { amount: 50 }]],
  ])('name nothing twice: %s', (operation, rows) => {
    expect(judge(operation, rows)).toEqual(['rows.1: twice'])
  })

  it('may make several things in one domain', () => {
    const record = { domainId: 'd', recordType: 'TXT', host: '@' }
    expect(
      judge('dns.create', [
        { ...record, value: 'a' },
        { ...record, value: 'b' },
      ]),
    ).toEqual([])
  })

  it.each(['exports.mailboxes', 'exports.connectInboxes'] as const)(
    'of %s name what they are about: no list is empty, left out, or one that API paths does not send',
    (operation) => {
      const to = operation === 'exports.mailboxes' ? { apps: ['INSTANTLY'] } : { app: 'INSTANTLY' }
      expect(judge(operation, [{ ...to, ids: ['m'] }])).toEqual([])
      expect(judge(operation, [to])).toEqual(['rows.0.inputs.ids: missing'])
      expect(judge(operation, [{ ...to, ids: [] }])).toContain('rows.0.inputs.ids: kind')
      expect(judge(operation, [{ ...to, ids: [' '] }])).toContain('rows.0.inputs.ids: kind')
      expect(judge(operation, [{ ...to, ids: ['m', 'n'] }])).toEqual(['rows.0.inputs.ids: one'])
      const map = tableMap(operationOf(operation))
      const { ids: _, ...inputs } = map.inputs
      expect(judge(operation, [{ ...to, ids: ['m'] }], { ...map, inputs })).toContain(
        'rows.0.inputs.ids: not-sent',
      )
    },
  )

  it('have one secret for all of a job', () => {
    const rows = [
      { ...login, password: 'one' },
      { ...login, email: 'b@x.example', password: 'other' },
    ]
    expect(judge('exports.addAccount', rows)).toEqual(['rows.1.inputs: other-secrets'])
    expect(
      judge(
        'exports.addAccount',
        rows.map((row) => ({ ...row, password: 'one' })),
      ),
    ).toEqual([])
  })

  it('say something', () => {
    expect(judge('mailboxes.update', [{ id: 'm' }])).toEqual(['rows.0.inputs: nothing'])
    expect(judge('cloudflare.save', [{}])).toEqual(['rows.0.inputs: nothing'])
  })

  it('stay in the workspace that they were read with', () => {
    expect(judge('mailboxes.remove', [{ id: 'elsewhere' }])).toEqual(['rows.0.workspaceId: other'])
  })
})
