import { describe, expect, it } from 'vitest'
import { MOST_TOGETHER, numberRequests, requestInputs } from '../../../src/main/rules/jobRequests'

const domains = (count: number, email = 'a@x.example', workspaceId = 'w') =>
  Array.from({ length: count }, (_, at) => ({ workspaceId, inputs: { domainIds: [`d${at}`], email } }))

describe('rows of a job', () => {
  it('leave one by one where the service takes one at a time', () => {
    const rows = ['a', 'b', 'c'].map((id) => ({ workspaceId: 'w', inputs: { id } }))
    expect(rows.map(numberRequests('mailboxes.remove'))).toEqual([0, 1, 2])
    expect(requestInputs('mailboxes.remove', [{ id: 'a' }])).toEqual({ id: 'a' })
  })

  it('leave together where it takes several, at most twenty of them', () => {
    const requests = domains(45).map(numberRequests('domains.addDmarc'))
    expect(requests.filter((request) => request === 0)).toHaveLength(MOST_TOGETHER)
    expect(new Set(requests)).toEqual(new Set([0, 1, 2]))
    expect(
      requestInputs(
        'domains.addDmarc',
        domains(2).map(({ inputs }) => inputs),
      ),
    ).toEqual({
      domainIds: ['d0', 'd1'],
      email: 'a@x.example',
    })
  })

  it('never leave with those of another workspace, or that say something else', () => {
    const rows = [
      ...domains(1),
      ...domains(1, 'a@x.example', 'other'),
      ...domains(1, 'b@x.example'),
      ...domains(2),
    ]
    const requests = rows.map(numberRequests('domains.addDmarc'))
    expect(requests.slice(0, 3)).toEqual([0, 1, 2])
    // The fourth is the first once more: it is not said twice in one request.
    expect(requests.slice(3)).toEqual([3, 3])
  })

  it('that are new mailboxes travel as rows of their domain', () => {
    const one = { 'mailboxes.username': 'ada', 'mailboxes.firstName': 'Ada', domainId: 'd' }
    const two = { 'mailboxes.username': 'bob', 'mailboxes.firstName': 'Bob', domainId: 'd' }
    const rows = [one, two].map((inputs) => ({ workspaceId: '', inputs }))
    expect(rows.map(numberRequests('mailboxes.assign'))).toEqual([0, 0])
    expect(requestInputs('mailboxes.assign', [one, two])).toEqual({
      domainId: 'd',
      mailboxes: [
        { username: 'ada', firstName: 'Ada' },
        { username: 'bob', firstName: 'Bob' },
      ],
    })
  })
})
