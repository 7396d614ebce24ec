import { inPath, need, type Operation, paging } from '../operation'

export const webhooks = [
  {
    id: 'webhooks.list',
    group: 'Webhooks',
    titles: ['List Registered Webhooks'],
    method: 'GET',
    path: '/webhooks',
    evidence: 'title',
    effect: 'read',
    input: [...paging],
  },
  {
    id: 'webhooks.register',
    group: 'Webhooks',
    titles: ['Register a New Webhook Endpoint'],
    method: 'POST',
    path: '/webhooks',
    evidence: 'title',
    effect: 'write',
    input: [need('url', 'body', 'url'), need('events', 'body', 'texts')],
  },
  {
    id: 'webhooks.delete',
    group: 'Webhooks',
    titles: ['Delete a Webhook'],
    method: 'DELETE',
    path: '/webhooks/{id}',
    evidence: 'title',
    effect: 'destructive',
    input: [inPath],
  },
] as const satisfies readonly Operation[]
