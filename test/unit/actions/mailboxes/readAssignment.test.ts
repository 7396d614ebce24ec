import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planOperation } from '../../../../src/main/actions/jobs/planOperation'
import { runPlan } from '../../../../src/main/actions/jobs/runPlan'
import { continueJob } from '../../../../src/main/actions/jobs/steerJob'
import { closeAssignment, openAssignment } from '../../../../src/main/actions/mailboxes/assignmentFile'
import { readAssignment } from '../../../../src/main/actions/mailboxes/readAssignment'
import { refreshFleet } from '../../../../src/main/sync/fleet'
import type { Assignment, AssignmentWish } from '../../../../src/shared/assignment'
import { litemailPerTest } from '../../../support/actions/litemailPerTest'
import { take } from '../../../support/actions/world'
import { forty } from '../../../support/litemail/forty'
import { LITEMAIL_KEY } from '../../../support/litemail/server'

const holds = { workspaces: ['Acme', 'Globex', 'Initech'], domains: 8, mailboxes: 8 }
const here = litemailPerTest({ users: [{ id: 'anna', keys: [LITEMAIL_KEY], holds }] })

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailroom-assignment-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** An account whose fleet was read. */
async function read(): Promise<string> {
  const { id } = await here.connected()
  take(await refreshFleet(here.world.context, { accountId: id }))
  await here.world.context.fleetRuns.byAccount.get(id)?.ended
  return id
}

const wishOf = (accountId: string, from: AssignmentWish['from']): AssignmentWish => ({
  ...{ accountId, from, reading: null, pattern: '{first}.{last}', domain: '' },
})
const readText = async (accountId: string, text: string, change: Partial<AssignmentWish> = {}) =>
  take(await readAssignment(here.world.context, { ...wishOf(accountId, { text }), ...change }))

const domains = () => here.litemail.holdings().domains.map(({ domain }) => domain)
const writes = () => here.litemail.requests.filter(({ method }) => method !== 'GET')

/** Begins what was read, as its user does who has read the service's page, and goes on after the first row. */
async function assign(accountId: string, { operation, prepared }: Assignment) {
  const { context } = here.world
  if (prepared === null) throw new Error('nothing can be sent')
  take(await context.store.write('operations.unlock', { accountId, operation, at: context.clock.now() }))
  const plan = take(await planOperation(context, { requestId: randomUUID(), operation, of: { prepared } }))
  take(await runPlan(context, plan.id))
  await context.jobs.running.get(plan.id)?.ended
  if (plan.isFirstAlone) {
    take(await continueJob(context, plan.id))
    await context.jobs.running.get(plan.id)?.ended
  }
  const rows = take(await context.store.read('jobs.rows', { jobId: plan.id, offset: 0, limit: 100 }))
  return { plan, rows }
}

describe('assigning 40 mailboxes from a CSV over 8 domains in 3 workspaces', () => {
  it('names what is wrong with each row, and sends the 36 others once each, in their own workspaces', async () => {
    const accountId = await read()
    const { context, chosenFiles } = here.world
    chosenFiles.mailboxes = join(folder, 'people.csv')
    writeFileSync(chosenFiles.mailboxes, forty(domains()))
    const opened = take(await openAssignment(context))
    if (opened === null) throw new Error('no file was chosen')
    const found = take(await readAssignment(context, wishOf(accountId, { file: opened.file })))

    expect(found).toMatchObject({ total: 40, sendable: 36, operation: 'mailboxes.assign' })
    expect(found.reading).toEqual({
      ...{ separator: ';', hasHeader: true },
      columns: ['firstName', 'lastName', 'username', 'domain'],
    })
    const remarks = found.rows.flatMap(({ line, problems, warnings }) => {
      const said = [...problems, ...warnings.filter((warning) => warning !== 'crowded')]
      return said.length > 0 ? [[line, ...said]] : []
    })
    expect(remarks).toEqual([
      [5, 'username'],
      [13, 'username'],
      [22, 'twice'],
      [29, 'unknown-domain'],
      [35, 'latinised'],
    ])
    expect(found.rows.find(({ line }) => line === 35)).toMatchObject({
      username: 'zoe.gross',
      firstName: 'Zoë',
    })
    expect(writes()).toEqual([])

    const held = here.litemail.holdings().mailboxes.length
    const { rows } = await assign(accountId, found)
    expect(rows.map(({ state }) => state)).toEqual(Array(36).fill('done'))
    const { mailboxes } = here.litemail.holdings()
    expect(mailboxes).toHaveLength(held + 36)
    expect(new Set(mailboxes.map(({ email }) => email)).size).toBe(held + 36)
    // Each under the header of the workspace that its domain is in; the first alone, then one request a domain.
    const made = writes().map(({ headers, body }) => ({
      header: headers['x-workspace-key'],
      about: JSON.parse(body ?? '').domainId,
    }))
    expect(made).toHaveLength(9)
    expect(made.map(({ header }) => header)).toEqual(
      made.map(({ about }) => here.litemail.holdings().domains.find(({ id }) => id === about)?.workspaceId),
    )
    closeAssignment(context, opened.file)
    expect(await readAssignment(context, wishOf(accountId, { file: opened.file }))).toMatchObject({
      error: { kind: 'not-found', what: 'file' },
    })
  })
})

describe('a pasted list', () => {
  it('is read without titles: people, addresses, domains', async () => {
    const accountId = await read()
    const [host = ''] = domains()
    expect((await readText(accountId, `Anna\tBerg\t${host}`)).reading?.columns).toEqual([
      ...['firstName', 'lastName', 'domain'],
    ])
    const { rows, reading } = await readText(accountId, `Anna Maria Berg, am@${host}\nBo Ek, bo@${host}`)
    expect(reading).toMatchObject({ hasHeader: false, columns: ['name', 'address'] })
    expect(rows).toMatchObject([
      { firstName: 'Anna Maria', lastName: 'Berg', username: 'am' },
      { firstName: 'Bo', lastName: 'Ek', username: 'bo' },
    ])
  })

  it('is read as its user says', async () => {
    const accountId = await read()
    const reading = {
      separator: ',' as const,
      hasHeader: false,
      columns: ['lastName' as const, 'firstName' as const],
    }
    const { rows } = await readText(accountId, 'Berg,Anna', { reading, domain: domains()[0] ?? '' })
    expect(rows).toMatchObject([{ firstName: 'Anna', lastName: 'Berg', problems: [] }])
  })

  it('of nothing but spaces is empty, and of broken quotes says so by its line', async () => {
    const accountId = await read()
    expect(await readAssignment(here.world.context, wishOf(accountId, { text: ' \n' }))).toMatchObject({
      error: { kind: 'file', problem: 'empty' },
    })
    const { rows } = await readText(accountId, `Anna,Berg,${domains()[0]}\n"Bo,Ek`)
    expect(rows[0]).toMatchObject({ line: 2, problems: ['broken-quotes'] })
  })

  it('does not send again what was sent and no list shows yet', async () => {
    const accountId = await read()
    const text = `Anna,Berg,${domains()[0]}\nBo,Ek,${domains()[1]}`
    await assign(accountId, await readText(accountId, text))
    expect((await readText(accountId, text)).rows.map(({ problems }) => problems)).toEqual([
      ['sent'],
      ['sent'],
    ])
    take(await refreshFleet(here.world.context, { accountId }))
    await here.world.context.fleetRuns.byAccount.get(accountId)?.ended
    expect((await readText(accountId, text)).rows[0]?.problems).toEqual(['known'])
  })
})

describe('one new mailbox', () => {
  it('goes by the documented operation, without an unlock', async () => {
    const accountId = await read()
    const typed = { firstName: 'Anna', lastName: 'Berg', username: '' }
    const found = take(
      await readAssignment(here.world.context, {
        ...wishOf(accountId, { typed }),
        domain: domains()[0] ?? '',
      }),
    )
    expect(found).toMatchObject({
      operation: 'mailboxes.create',
      sendable: 1,
      rows: [{ username: 'anna.berg' }],
    })
    const { plan } = await assign(accountId, found)
    expect(plan).toMatchObject({ isLocked: false, request: { method: 'POST' } })
    expect(JSON.parse(writes()[0]?.body ?? '')).toEqual({
      ...{ domainId: here.litemail.holdings().domains[0]?.id },
      ...{ firstName: 'Anna', lastName: 'Berg', username: 'anna.berg' },
    })
  })
})
