import type { Operation } from '../operation'

export const dashboard = [
  {
    id: 'dashboard.overview',
    group: 'Dashboard',
    titles: ['Get Dashboard Overview'],
    method: 'GET',
    path: '/dashboard/overview',
    evidence: 'title',
    effect: 'read',
    input: [],
  },
  {
    id: 'dashboard.statusCounts',
    group: 'Dashboard',
    titles: ['Get Mailbox Status Counts'],
    method: 'GET',
    path: '/dashboard/mailbox-status-counts',
    evidence: 'title',
    effect: 'read',
    input: [],
  },
] as const satisfies readonly Operation[]
