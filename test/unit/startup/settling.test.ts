import { describe, expect, it, vi } from 'vitest'
import type { Context } from '../../../src/main/actions/context'
import { createSettling } from '../../../src/main/startup/settling'
import { take } from '../../support/actions/take'
import { writingPerTest } from '../../support/actions/writing'

const here = writingPerTest({ domains: 1, mailboxes: 2 })

/** A write that the service accepted, an hour ago by the clock of what is settled; it waits at no pause. */
async function accepted() {
  const { context, run, rowsOf } = await here.ready()
  const [mailbox] = here.litemail.holdings().mailboxes
  if (mailbox === undefined) throw new Error('two mailboxes')
  const { id, workspaceId } = mailbox
  const job = await run('mailboxes.update', [{ workspaceId, inputs: { id, firstName: 'Ada' } }])
  const later: Context = {
    ...context,
    clock: {
      ...context.clock,
      now: () => context.clock.now() + 3_600_000,
      // Nothing comes after the first look.
      sleep: () => new Promise(() => undefined),
    },
  }
  const confirmedAt = async () => (await rowsOf(job.id))[0]?.confirmedAt ?? null
  return { later, confirmedAt, reads: () => here.litemail.requests.length }
}
const noFault = (cause: unknown) => {
  throw cause
}

describe('what became of a write', () => {
  it('is found out by itself once a window was shown, and not before', async () => {
    const { later, confirmedAt, reads } = await accepted()
    const before = reads()
    const settling = createSettling(later, { isShown: () => true, onFault: noFault })
    expect([reads(), await confirmedAt()]).toEqual([before, null])
    settling.look()
    await vi.waitFor(async () => expect(await confirmedAt()).not.toBeNull())
    expect(reads()).toBe(before + 1)
  })

  it('is not asked for with a JWT that nobody sees used', async () => {
    const { later, confirmedAt, reads } = await accepted()
    const [account] = take(await later.store.read('litemail.accounts'))
    take(
      await later.store.write('litemail.updateAccount', {
        id: account?.id ?? '',
        patch: { authentication: 'jwt' },
      }),
    )
    const before = reads()
    const read = vi.spyOn(later.store, 'read')
    createSettling(later, { isShown: () => false, onFault: noFault }).look()
    // It has looked whether anything waits, which comes last.
    await vi.waitFor(() => expect(read).toHaveBeenCalledWith('activity.attention', expect.any(Number)))
    expect([reads(), await confirmedAt()]).toEqual([before, null])
    read.mockRestore()
  })
})
