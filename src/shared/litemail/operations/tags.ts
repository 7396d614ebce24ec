import { inPath, need, type Operation, paging } from '../operation'

export const tags = [
  {
    id: 'tags.list',
    group: 'Tags',
    titles: ['List Tags'],
    method: 'GET',
    path: '/tags',
    evidence: 'title',
    effect: 'read',
    input: [...paging],
  },
  {
    id: 'tags.create',
    group: 'Tags',
    titles: ['Create Tag'],
    method: 'POST',
    path: '/tags',
    evidence: 'title',
    effect: 'write',
    input: [need('name', 'body', 'text'), need('color', 'body', 'color')],
  },
  {
    id: 'tags.update',
    group: 'Tags',
    titles: ['Update Tag'],
    method: 'PUT',
    path: '/tags/{id}',
    evidence: 'title',
    effect: 'write',
    input: [inPath, need('name', 'body', 'text'), need('color', 'body', 'color')],
  },
  {
    id: 'tags.delete',
    group: 'Tags',
    titles: ['Delete Tag'],
    method: 'DELETE',
    path: '/tags/{id}',
    evidence: 'title',
    effect: 'destructive',
    input: [inPath],
  },
] as const satisfies readonly Operation[]
