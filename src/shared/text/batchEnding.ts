import type { Batch } from '../batch'
import { addressCount, figure } from './window/common'

/** How several addresses ended that were asked for at once, in the words that every place says it with. */
export interface BatchEndingWords {
  readonly title: string
  /** One line, without a reason and without an address. */
  readonly words: string
  /** Every one of them is there. */
  readonly isWhole: boolean
}

/** Counts what came of a batch that has ended. What still waits then was not created. */
export function batchEnding({ items, isCopied, notCopied }: Batch): BatchEndingWords {
  const count = (state: Batch['items'][number]['state']) =>
    items.filter((item) => item.state === state).length
  const [created, unconfirmed] = [count('created'), count('unconfirmed')]
  const left = items.length - created - unconfirmed
  const isWhole = created === items.length
  const title = titleOf(created, unconfirmed, left)
  if (isWhole && isCopied) return { title, words: `Copied ${addressCount(created)}.`, isWhole }
  const clipboard = isCopied ? ' and copied' : notCopied === 'not-asked' ? '' : ' but not copied'
  const parts = [
    ...(created > 0 ? [`${figure(created)} created${clipboard}`] : []),
    ...(unconfirmed > 0 ? [`${figure(unconfirmed)} not confirmed`] : []),
    ...(left > 0 ? [`${figure(left)} not created`] : []),
  ]
  const unchanged = created === 0 ? ' Your clipboard was not changed.' : ''
  return { title, words: `${parts.join(', ')}.${unchanged}`, isWhole }
}

function titleOf(created: number, unconfirmed: number, left: number): string {
  if (created > 0) return created === 1 ? 'One address created' : `${figure(created)} addresses created`
  if (left > 0) return 'No address created'
  return unconfirmed === 1 ? 'Address not confirmed' : `${figure(unconfirmed)} addresses not confirmed`
}
