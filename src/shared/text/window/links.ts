/** Before a page outside Mailroom is opened whose address came from a service. */
export const linksText = {
  confirmHost: 'Host',
  confirmAddress: 'Whole address',
  confirmForeign:
    'This name is written in letters that can look like others. It is shown as it is looked up: xn-- begins each such part.',
  confirmOpen: 'Open in browser',
} as const
