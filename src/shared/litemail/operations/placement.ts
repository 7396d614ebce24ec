import { need, type Operation, paging } from '../operation'

export const placement = [
  {
    id: 'placement.list',
    group: 'Placement',
    titles: ['List Placement Tests'],
    method: 'GET',
    path: '/placement-tests',
    evidence: 'title',
    effect: 'read',
    input: [...paging],
  },
  {
    id: 'placement.create',
    group: 'Placement',
    titles: ['Create Placement Test'],
    method: 'POST',
    path: '/placement-tests',
    evidence: 'title',
    effect: 'spends',
    input: [need('name', 'body', 'text'), need('mailboxIds', 'body', 'ids')],
  },
] as const satisfies readonly Operation[]
