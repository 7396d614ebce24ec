import type { Operation } from '../operation'

export const users = [
  {
    id: 'users.get',
    group: 'Users',
    titles: ['Retrieve User Details'],
    method: 'GET',
    path: '/users',
    evidence: 'documented',
    effect: 'read',
    input: [],
  },
] as const satisfies readonly Operation[]
