import { inPath, need, type Operation, paging } from '../operation'

export const subscriptions = [
  {
    id: 'subscriptions.list',
    group: 'Subscriptions',
    titles: ['Get All Subscriptions'],
    method: 'GET',
    path: '/subscriptions',
    evidence: 'documented',
    effect: 'read',
    input: [...paging],
  },
  {
    id: 'subscriptions.cancel',
    group: 'Subscriptions',
    titles: ['Cancel Subscription'],
    method: 'DELETE',
    path: '/subscriptions/{id}',
    evidence: 'method',
    effect: 'destructive',
    input: [inPath],
  },
  {
    id: 'subscriptions.upgrade',
    group: 'Subscriptions',
    titles: ['Upgrade Subscription'],
    method: 'PUT',
    path: '/subscriptions/{id}/upgrade',
    evidence: 'documented',
    effect: 'spends',
    input: [inPath, need('newPlan', 'body', 'text')],
  },
] as const satisfies readonly Operation[]
