import * as z from 'zod'
import { appErrorSchema } from './errors'

/** A link of a message: said here, opened in main, by its place. */
export const messageLink = z.object({
  /** Its place among the links of its message. */
  index: z.number(),
  /** As it is looked up: a name in other letters than a to z as `xn--…` (RFC 5891). */
  host: z.string(),
  /** All of it, cut where it is long. To be read, never to be sent back. */
  address: z.string(),
  /** Another host, as which the message shows it; null where it does not. */
  shownAs: z.string().nullable(),
})
export type MessageLink = z.infer<typeof messageLink>

/** A message as lists show it. Every text of it is somebody else's, cleaned of what cannot be seen. */
export const listedMessage = z.object({
  id: z.string(),
  from: z.string().nullable(),
  fromName: z.string().nullable(),
  subject: z.string().nullable(),
  /** How it begins. */
  start: z.string(),
  /** Epoch milliseconds; null where the service did not say it in a way that can be read. */
  at: z.number().nullable(),
  /** Since when somebody may wait for it: since it came, by its own date or as Mailroom saw it come; null: nobody does. */
  newAt: z.number().nullable(),
  /** The one-time code in it. */
  code: z.string().nullable(),
  /** The link in it by which something is confirmed. */
  link: messageLink.nullable(),
  attachments: z.number(),
  isKept: z.boolean(),
  /** Its codes and links are masked, because “Hide Sensitive” is on. */
  isMasked: z.boolean(),
})
export type ListedMessage = z.infer<typeof listedMessage>

export const attachment = z.object({
  name: z.string().nullable(),
  type: z.string().nullable(),
  bytes: z.number().nullable(),
})
export type Attachment = z.infer<typeof attachment>

/** A message as it is read. */
export const message = z.object({
  ...listedMessage.shape,
  to: z.string().nullable(),
  cc: z.string().nullable(),
  replyTo: z.string().nullable(),
  text: z.string(),
  /** The service told its text. Where it did not, that it has none is not known. */
  isTextTold: z.boolean(),
  /** There was more of it. */
  isCut: z.boolean(),
  /** It has formatting, which can be shown. */
  isFormatted: z.boolean(),
  links: z.array(messageLink),
  /** It is so large that it would be kept without its formatting. */
  isKeptPlain: z.boolean(),
  attached: z.array(attachment),
})
export type Message = z.infer<typeof message>

/** What is known of the messages of one address. */
export const inbox = z.object({
  addressId: z.string(),
  email: z.string(),
  /** Newest first. */
  rows: z.array(listedMessage),
  /** There are older ones, here or at the service. */
  hasOlder: z.boolean(),
  /** What the service told of none of them, or under names that Mailroom does not know. */
  untold: z.array(z.enum(['text', 'date'])),
  /** When the service last told them, in epoch milliseconds; null: not since Mailroom was started. */
  readAt: z.number().nullable(),
  isReading: z.boolean(),
  /** Why the last reading brought nothing. */
  problem: appErrorSchema.nullable(),
  /** Until when they are read again by themselves, in epoch milliseconds; null: not any more. */
  watchedUntil: z.number().nullable(),
})
export type Inbox = z.infer<typeof inbox>

/** The formatting of a message, made harmless; see `rules/quietHtml.ts`. */
export const formatted = z.object({ css: z.string(), body: z.string(), isCut: z.boolean() })
export type Formatted = z.infer<typeof formatted>

/** What the small window for messages shows. `press`: how often it was asked to show anything, this time included. */
export const mailOrder = z.object({ addressId: z.string(), email: z.string(), press: z.number() })
export type MailOrder = z.infer<typeof mailOrder>
