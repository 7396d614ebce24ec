import { describe, expect, it } from 'vitest'
import { readRecords } from '../../../src/main/actions/health/readDns'
import { domainsByName } from '../../../src/shared/domain'
import { take } from '../../support/actions/take'
import { writingPerTest } from '../../support/actions/writing'

// "Put back" of a DNS record from Activity: what it proposes is planned by main's own rules, and the record stands again.

const here = writingPerTest({ domains: 1, mailboxes: 1 })
const SPF = { recordType: 'TXT', host: '@', value: 'v=spf1 include:litemail.test ~all', ttl: 3_600 }
const MX = { recordType: 'MX', host: '@', value: 'mail.litemail.test', ttl: 300, priority: 10 }

/** A domain with an SPF and an MX record that were read, and what a test does to them. */
async function aDomain() {
  const [held] = here.litemail.holdings().domains
  if (held === undefined) throw new Error('one domain')
  const records = [
    { id: 'r-1', ...SPF },
    { id: 'r-2', ...MX },
  ]
  here.litemail.changeDomain(held.id, { records })
  const window = await here.ready()
  const { calling, context, run, unlock } = window
  for (const operation of ['dns.create', 'dns.update', 'dns.delete']) await unlock(operation)
  const page = { view: domainsByName, offset: 0, limit: 1, now: context.clock.now() }
  const [listed] = take(await context.store.read('domains.list', page)).rows
  const read = async () => take(await readRecords(context, listed?.id ?? ''))
  await read()
  return {
    read,
    write: async (operation: string, inputs: Record<string, string | number>) => {
      await run(operation, [{ workspaceId: held.workspaceId, inputs: { domainId: held.id, ...inputs } }])
    },
    /** What Activity proposes for the last write, planned, confirmed and sent. */
    putBack: async () => {
      const [last] = take(await calling.call('activity.list', { offset: 0, limit: 1 })).rows
      const { write } = take(await calling.call('activity.get', { id: last?.id ?? '' }))
      if (write?.putBack == null) throw new Error('nothing is put back')
      const { operation, workspaceId, inputs } = write.putBack
      await run(operation, [{ workspaceId, inputs }])
      return operation
    },
    /** What stands at the service. */
    stands: () =>
      (here.litemail.holdings().domains[0]?.records ?? [])
        .map(({ recordType, host, value, ttl, priority }) => ({ recordType, host, value, ttl, priority }))
        .toSorted((one, other) => other.recordType.localeCompare(one.recordType)),
  }
}

const asStood = [{ ...SPF, priority: undefined }, MX]

describe('putting back a DNS record from Activity', () => {
  it.each([
    ['TXT', 'at once', 'r-1', false],
    ['MX', 'at once', 'r-2', false],
    ['TXT', 'once its domain was read again', 'r-1', true],
  ] as const)('makes a deleted %s anew, %s', async (_type, _when, id, isReadAgain) => {
    const { write, read, putBack, stands } = await aDomain()
    await write('dns.delete', { id })
    expect(stands()).toHaveLength(1)
    if (isReadAgain) await read()
    expect(await putBack()).toBe('dns.create')
    expect(stands()).toEqual(asStood)
  })

  it.each([
    ['at once', false],
    ['once its domain was read again', true],
  ] as const)('changes one back that was changed, %s', async (_, isReadAgain) => {
    const { write, read, putBack, stands } = await aDomain()
    await write('dns.update', { ...SPF, id: 'r-1', value: 'v=spf1 -all', ttl: 600 })
    expect(stands()[0]).toMatchObject({ value: 'v=spf1 -all', ttl: 600 })
    if (isReadAgain) await read()
    expect(await putBack()).toBe('dns.update')
    expect(stands()).toEqual(asStood)
  })
})
