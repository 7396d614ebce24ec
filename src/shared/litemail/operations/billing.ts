import { may, need, type Operation } from '../operation'

export const billing = [
  {
    id: 'billing.addDetails',
    group: 'Billing',
    titles: ['Add Billing Details'],
    method: 'POST',
    path: '/billing',
    evidence: 'method',
    effect: 'write',
    input: [
      need('firstName', 'body', 'text'),
      need('lastName', 'body', 'text'),
      may('company', 'body', 'text'),
      need('addressLineOne', 'body', 'text'),
      may('addressLineTwo', 'body', 'text'),
      need('city', 'body', 'text'),
      may('state', 'body', 'text'),
      need('country', 'body', 'country'),
      need('postalCode', 'body', 'text'),
      may('phoneCc', 'body', 'text'),
      may('phone', 'body', 'text'),
    ],
  },
] as const satisfies readonly Operation[]
