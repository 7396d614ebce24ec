import { randomUUID } from 'node:crypto'
import type { Answer } from '../loopback/answer'
import { refused, succeeded } from './answer'
import { readList } from './rules'

/** A message as a test writes it; what it leaves out is as most messages have it. */
export interface Delivery {
  readonly id?: unknown
  readonly from?: unknown
  readonly fromName?: unknown
  readonly subject?: unknown
  readonly text?: unknown
  readonly html?: unknown
  /** ISO 8601, both; the moment of delivery unless said. */
  readonly date?: unknown
  readonly createdAt?: unknown
  /** JSON in a string, as the predecessor keeps it. */
  readonly attachments?: unknown
}

/** The messages of addresses, as the open-source predecessor of the service answers them. */
export class Inboxes {
  readonly #messages = new Map<string, Record<string, unknown>[]>()

  /** Mail arrives, or is another one under an id that is there. Answers its id. */
  deliver(email: string, delivery: Delivery, now: number): string {
    const id = randomUUID()
    const date = new Date(now).toISOString()
    const others = this.#messages.get(email.toLowerCase()) ?? []
    const mine = others.filter((one) => one.id !== (delivery.id ?? id))
    mine.unshift({
      id,
      from: 'hello@shop.example',
      fromName: 'The Shop',
      to: email,
      subject: 'Hello',
      text: 'Hello.',
      html: null,
      date,
      messageId: `<${id}@shop.example>`,
      replyTo: null,
      cc: null,
      headers: '{}',
      attachments: '[]',
      readAt: null,
      createdAt: date,
      updatedAt: date,
      ...delivery,
    })
    this.#messages.set(email.toLowerCase(), mine)
    return id
  }

  /** A message is deleted at the service. */
  takeBack(email: string, id: string): void {
    const mine = this.#messages.get(email.toLowerCase()) ?? []
    this.#messages.set(
      email.toLowerCase(),
      mine.filter((one) => one.id !== id),
    )
  }

  /** `GET /api/v1/emails/inbox?email=…&page=1&pageSize=20`; not documented. */
  list(query: Readonly<Record<string, string>>, isHeld: (email: string) => boolean): Answer {
    const read = readList(query)
    if ('refusal' in read) return read.refusal
    const { page, pageSize, email } = read
    if (!isHeld(email)) return refused(403, `You don't have permission to read "${email}"`)
    const mine = this.#messages.get(email.toLowerCase()) ?? []
    return succeeded(200, { list: mine.slice((page - 1) * pageSize, page * pageSize), total: mine.length })
  }
}
