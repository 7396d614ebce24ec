import { randomBytes } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { type ContentAddress, emptyPage } from '../../../src/main/store/content'
import { encryptBackup } from '../../../src/main/transfer/backupFile'
import { ok } from '../../../src/shared/result'

it('a backup that is given up lets its pages go', async () => {
  let isLetGo = false
  async function* pages() {
    try {
      for (;;) {
        await turn()
        const note = randomBytes(50_000).toString('base64')
        // Of an address only its length counts here.
        yield ok({ ...emptyPage, addresses: [{ note } as ContentAddress] })
      }
    } finally {
      isLetGo = true
    }
  }
  let pieces = 0
  for await (const piece of encryptBackup('correct horse battery', 1, pages())) {
    expect(piece.ok).toBe(true)
    pieces += 1
    if (pieces === 5) break
  }
  await expect.poll(() => isLetGo).toBe(true)
})
