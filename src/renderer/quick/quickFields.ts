import type { Settings } from '../../shared/settings'
import {
  complaintsOf as complaintsOfOne,
  isTyped,
  type NewAddressFields,
  startFields,
} from '../views/addresses/newAddressFields'

/** The contract takes so many at once. */
export const MOST_AT_ONCE = 50

/** What the form holds, as typed. */
export interface QuickFields extends NewAddressFields {
  readonly count: string
}

export const blankFields = (settings: Settings, accountId: string): QuickFields => ({
  ...startFields({}, settings, accountId),
  count: '1',
})

/** How many are asked for; null where that is no number from 1 to the most. */
export function countOf({ count }: Pick<QuickFields, 'count'>): number | null {
  const digits = count.trim()
  const number = /^\d{1,3}$/.test(digits) ? Number(digits) : 0
  return number >= 1 && number <= MOST_AT_ONCE ? number : null
}

/** Why the form cannot be sent as it is. */
export function complaintsOf(fields: QuickFields) {
  const count = countOf(fields)
  return {
    ...complaintsOfOne(fields),
    count: count === null ? ('range' as const) : count > 1 && isTyped(fields) ? ('one-name' as const) : null,
  }
}
