import type { Method } from '../../shared/contract'

/** All that the small window may ask; everything else is `forbidden`. */
export const quickMethods: ReadonlySet<Method> = new Set([
  'app.info',
  'settings.get',
  'accounts.list',
  'accounts.allowance',
  'addresses.create',
  'addresses.preview',
  'addresses.copy',
  'batches.start',
  'batches.get',
  'batches.stop',
  'quick.order',
  'quick.close',
  'quick.showAddress',
])
