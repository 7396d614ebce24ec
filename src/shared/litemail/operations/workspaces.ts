import { inPath, need, type Operation, paging } from '../operation'

export const workspaces = [
  {
    id: 'workspaces.list',
    group: 'Workspaces',
    titles: ['Retrieve All Workspaces'],
    method: 'GET',
    path: '/workspaces',
    evidence: 'method',
    effect: 'read',
    input: [...paging],
  },
  {
    id: 'workspaces.create',
    group: 'Workspaces',
    titles: ['Create New Workspace'],
    method: 'POST',
    path: '/workspaces',
    evidence: 'method',
    effect: 'write',
    input: [need('name', 'body', 'text')],
  },
  {
    id: 'workspaces.update',
    group: 'Workspaces',
    titles: ['Update Workspace'],
    method: 'PUT',
    path: '/workspaces/{id}',
    evidence: 'method',
    effect: 'write',
    input: [inPath, need('name', 'body', 'text')],
  },
] as const satisfies readonly Operation[]
