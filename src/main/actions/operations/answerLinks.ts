import { randomUUID } from 'node:crypto'
import type { AnswerLink } from '../../../shared/operationAnswer'
import { findAnswerLink } from '../../rules/answerLink'

/** Where answers led, by id; the oldest first. They are in memory only: such an address may be worth money. */
export type AnswerLinks = Map<string, string>

const MOST_HELD = 20

/** Holds the page that an answer leads to; null where there is none that may be opened. */
export function holdAnswerLink(links: AnswerLinks, body: unknown): AnswerLink | null {
  const found = findAnswerLink(body)
  if (found === null) return null
  const id = randomUUID()
  links.set(id, found.href)
  for (const oldest of [...links.keys()].slice(0, -MOST_HELD)) links.delete(oldest)
  return { id, host: found.host, address: found.href }
}
