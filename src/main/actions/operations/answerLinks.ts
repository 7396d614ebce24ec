import { randomUUID } from 'node:crypto'
import type { AnswerLink } from '../../../shared/operationAnswer'
import type { AnswerPage } from '../../rules/answerLink'

/** Where answers led, by id; the oldest first. They are in memory only: such an address may be worth money. */
export type AnswerLinks = Map<string, string>

const MOST_HELD = 20

/** Holds the page that an answer leads to. */
export function holdAnswerLink(links: AnswerLinks, found: AnswerPage): AnswerLink {
  const id = randomUUID()
  links.set(id, found.href)
  for (const oldest of [...links.keys()].slice(0, -MOST_HELD)) links.delete(oldest)
  return { id, host: found.host, address: found.href }
}
