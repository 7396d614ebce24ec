import { randomUUID } from 'node:crypto'
import { expect, vi } from 'vitest'
import { readBatch } from '../../../src/main/actions/createBatch'
import type { Batch, BatchItem } from '../../../src/shared/batch'
import type { Parsed } from '../../../src/shared/contract'
import { take, type World } from '../../support/actions/world'

export const drawn = (count: number): BatchItem[] => Array.from({ length: count }, () => ({}))
export const typed = (count: number): BatchItem[] =>
  Array.from({ length: count }, (_, place) => ({ localPart: `shop.number-${place}`, note: `shop ${place}` }))

export const wishOf = (
  items: BatchItem[],
  wish: Partial<Parsed<'batches.start'>> = {},
): Parsed<'batches.start'> => ({
  requestId: randomUUID(),
  via: 'list',
  items,
  isCopyWanted: true,
  ...wish,
})

/** The batch once it is at its end. */
export async function ended(id: string, world: World): Promise<Batch> {
  await vi.waitFor(async () => expect(take(await readBatch(world.context, id)).isEnded).toBe(true), {
    timeout: 20_000,
    interval: 20,
  })
  return take(await readBatch(world.context, id))
}

export const statesOf = ({ items }: Batch) => items.map(({ state }) => state)
