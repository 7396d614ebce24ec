import type { Method } from '../../shared/contract'

/** All that the small window for messages may ask; everything else is `forbidden`. */
export const mailMethods: ReadonlySet<Method> = new Set([
  'accounts.allowance',
  'addresses.get',
  'addresses.copy',
  'messages.order',
  'messages.list',
  'messages.refresh',
  'messages.watch',
  'messages.unwatch',
  'messages.get',
  'messages.html',
  'messages.copyCode',
  'messages.openLink',
  'messages.keep',
  'messages.unkeep',
  'messages.fixPath',
  'quick.showAddress',
])
