import * as z from 'zod'
import { accountId } from './account'
import { label } from './address'

/** A month of a calendar, as `2026-03`. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

export const addressColumn = z.enum(['address', 'labels', 'tag', 'note', 'account', 'created', 'state'])
export type AddressColumn = z.infer<typeof addressColumn>

export const addressSort = z.strictObject({ by: addressColumn, isDescending: z.boolean() })
export type AddressSort = z.infer<typeof addressSort>

/** Which addresses a list shows, and in which order. What is left empty or null leaves nothing out. */
export const addressView = z.strictObject({
  /** As typed: every word must be somewhere in address, note, labels, LikeDo tag or date. */
  search: z.string().max(200),
  /** An address has at least one of them. */
  labels: z.array(label).max(50),
  accountIds: z.array(accountId).max(50),
  month: month.nullable(),
  hidden: z.enum(['left-out', 'only', 'shown']),
  isWithoutNote: z.boolean(),
  sort: addressSort,
})
export type AddressView = z.infer<typeof addressView>

export const newestFirst: AddressView = {
  search: '',
  labels: [],
  accountIds: [],
  month: null,
  hidden: 'left-out',
  isWithoutNote: false,
  sort: { by: 'created', isDescending: true },
}

/** What may be chosen, and how many addresses each choice shows beside the other filters that are on. */
export const addressFacets = z.object({
  labels: z.array(z.object({ name: z.string(), count: z.number() })),
  accounts: z.array(z.object({ id: z.string(), name: z.string(), count: z.number() })),
  months: z.array(z.object({ month, count: z.number() })),
  hidden: z.number(),
  withoutNote: z.number(),
})
export type AddressFacets = z.infer<typeof addressFacets>

/** What can be taken back, and how many addresses it was done to. */
export const undone = z.object({
  what: z.enum(['hide', 'show', 'note', 'labels']),
  count: z.number(),
  /** One of them, to be shown. */
  id: z.string(),
})
export type Undone = z.infer<typeof undone>
