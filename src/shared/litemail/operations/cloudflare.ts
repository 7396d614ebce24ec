import { may, type Operation } from '../operation'

export const cloudflare = [
  {
    id: 'cloudflare.get',
    group: 'Cloudflare',
    titles: ['Get Cloudflare Credentials & Zones'],
    method: 'GET',
    path: '/cloudflare-credentials',
    evidence: 'method',
    effect: 'read',
    input: [],
  },
  {
    id: 'cloudflare.save',
    group: 'Cloudflare',
    titles: ['Save Credentials or Connect Domain'],
    method: 'POST',
    path: '/cloudflare-credentials',
    evidence: 'documented',
    effect: 'write',
    input: [
      may('email', 'body', 'email'),
      may('apiKey', 'body', 'secret'),
      may('accountId', 'body', 'text'),
      may('domainName', 'body', 'text'),
    ],
  },
] as const satisfies readonly Operation[]
