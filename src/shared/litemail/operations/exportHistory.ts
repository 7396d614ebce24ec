import { need, type Operation, paging } from '../operation'

export const exportHistory = [
  {
    id: 'exportHistory.list',
    group: 'Export history',
    titles: ['List Export History'],
    method: 'GET',
    path: '/export-history',
    evidence: 'title',
    effect: 'read',
    input: [...paging],
  },
  {
    id: 'exportHistory.create',
    group: 'Export history',
    titles: ['Create Export History Record'],
    method: 'POST',
    path: '/export-history',
    evidence: 'title',
    effect: 'write',
    input: [need('app', 'body', 'text'), need('mailboxIds', 'body', 'ids'), need('status', 'body', 'text')],
  },
] as const satisfies readonly Operation[]
