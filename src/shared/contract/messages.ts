import * as z from 'zod'
import { formatted, inbox, mailOrder, message } from '../message'
import { done, method, nothing, rowId } from './parts'

const page = z.number().int().min(1).max(50)

/** Messages of addresses. They are named by ids of Mailroom's own; a link by its place, never by its address. */
export const messagesMethods = {
  /** What is known, 20 a page, all pages up to this one; asks nobody. */
  'messages.list': method(z.strictObject({ addressId: rowId, page }), inbox),
  /** Reads a page of them from the service. What goes wrong stands in the answer. */
  'messages.refresh': method(
    z.strictObject({ addressId: rowId, page, isOverBudgetAllowed: z.boolean() }),
    inbox,
  ),
  /** Somebody looks at them: they are read again every few seconds, for a few minutes. */
  'messages.watch': method(z.strictObject({ addressId: rowId }), z.object({ watch: z.uuid() })),
  'messages.unwatch': method(z.strictObject({ watch: z.uuid() }), done),
  'messages.get': method(z.strictObject({ id: rowId }), message),
  'messages.html': method(z.strictObject({ id: rowId }), formatted),
  'messages.copyCode': method(z.strictObject({ id: rowId }), z.object({ code: z.string() })),
  'messages.openLink': method(z.strictObject({ id: rowId, link: z.number().int().min(0).max(1_000) }), done),
  'messages.keep': method(z.strictObject({ id: rowId }), done),
  /** Forgets what was kept of it. */
  'messages.unkeep': method(z.strictObject({ id: rowId }), done),
  /** Brings the main window forward where the path of an account's messages is set. */
  'messages.fixPath': method(z.strictObject({ accountId: rowId }), done),
  /** Which address the small window is for. */
  'messages.order': method(nothing, mailOrder.nullable()),
} as const
