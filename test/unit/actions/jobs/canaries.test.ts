import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '../../../../src/main/actions/context'
import type { FilledInputs } from '../../../../src/shared/operationAnswer'
import { type Calling, openCalling } from '../../../support/actions/calling'
import { litemailPerTest } from '../../../support/actions/litemailPerTest'
import { withoutPace } from '../../../support/actions/withoutPace'
import { take } from '../../../support/actions/world'
import { findIn, wantedOf } from '../../../support/canary/search'
import { type Canary, hatchCanary } from '../../../support/canary/spellings'

// The password of a platform and the key of Cloudflare go to Litemail once, and are nowhere else: however the service answers.

const here = litemailPerTest()
let calling: Calling
let context: Context
let folder = ''
let canary: Canary
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailroom-canaries-'))
  for (const kind of ['csv', 'backup', 'diagnostics']) {
    here.world.chosenFiles[kind] = join(folder, `chosen.${kind}`)
  }
  canary = hatchCanary()
  context = withoutPace(here.world.context)
  calling = openCalling(context)
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
  expect(calling.faults).toEqual([])
})

const WRITES = [
  ['exports.addAccount', { app: 'INSTANTLY', email: 'ops@acme.example' }, 'password'],
  ['exports.updateAccount', { app: 'INSTANTLY', email: 'ops@acme.example' }, 'password'],
  ['cloudflare.save', { email: 'ops@acme.example', accountId: 'cf-1' }, 'apiKey'],
] as const satisfies readonly (readonly [string, FilledInputs, string])[]

const json = { 'content-type': 'application/json' }
/** What the service says back has the secret in it, in every place where words of it are read. */
const ANSWERS = {
  'accepts and repeats it': (key: string) => ({
    status: 200,
    body: { message: `saved ${key}`, data: { password: key, credentials: { apiKey: key }, note: key } },
  }),
  'accepts all but the row, and says why with it': (key: string) => ({
    status: 200,
    body: {
      data: { failed: [{ email: 'ops@acme.example', reason: `bad password ${key}` }], failedCount: 1 },
    },
  }),
  'refuses it, naming it': (key: string) => ({
    status: 400,
    body: { status: 400, message: `“${key}” is wrong`, errors: [{ path: ['password'], message: key }] },
  }),
  'refuses it with remarks alone': (key: string) => ({
    status: 422,
    body: { errors: [{ path: ['password', key], message: `${key} is weak` }] },
  }),
  'fails with it in its words': (key: string) => ({ status: 500, body: { message: key } }),
  'does not know the path, and repeats the request': (key: string) => ({
    status: 404,
    body: { message: `Cannot POST ${encodeURIComponent(key)}` },
  }),
}

/** Every file of a folder, whole, one after the other. */
const bytesIn = (where: string): Buffer =>
  Buffer.concat(
    readdirSync(where, { recursive: true })
      .map((name) => join(where, String(name)))
      .filter((path) => statSync(path).isFile())
      .map((path) => readFileSync(path)),
  )

/** Plans and runs a write with the canary in its secret; all that any window was told of it. */
async function write(
  operation: string,
  inputs: FilledInputs,
  secret: string,
): Promise<{ told: unknown[]; jobId: string }> {
  const { id: accountId } = await here.connected()
  const filled = { ...inputs, [secret]: canary.key }
  const asked = { accountId, operation, workspaceId: '', inputs: filled }
  const described = await calling.call('operations.request', asked)
  const copied = await calling.call('operations.copyCurl', asked)
  const of = { accountId, rows: [{ workspaceId: '', inputs: filled }] }
  const plan = take(await calling.call('operations.plan', { requestId: randomUUID(), operation, of }))
  take(await calling.call('operations.unlock', { accountId, operation }))
  const job = take(await calling.call('operations.run', { planId: plan.id }))
  await context.jobs.running.get(job.id)?.ended
  const rows = take(await calling.call('jobs.rows', { id: job.id, offset: 0, limit: 10 }))
  const told = [
    ...[described, copied, plan, job, rows],
    await calling.call('jobs.get', { id: job.id }),
    await calling.call('jobs.answer', { id: job.id }),
    await calling.call('data.diagnostics', {}),
    await calling.call('jobs.report', { id: job.id, requestId: randomUUID() }),
    await calling.call('activity.list', { offset: 0, limit: 50 }),
    await calling.call('backup.save', { passphrase: 'a long passphrase' }),
  ]
  expect(rows.every(({ state }) => state !== 'planned')).toBe(true)
  return { told, jobId: job.id }
}

describe.each(WRITES)('the secret of %s', (operation, inputs, secret) => {
  it.each(Object.entries(ANSWERS))('goes to Litemail and nowhere else, where it %s', async (_, answerOf) => {
    const { status, body } = answerOf(canary.key)
    here.litemail.faults(({ method }) =>
      method === 'GET'
        ? undefined
        : { kind: 'answer', act: false, status, headers: json, body: JSON.stringify(body) },
    )
    const { told, jobId } = await write(operation, inputs, secret)
    const wanted = wantedOf(canary)
    // It did leave, in its place of the body, once.
    const carrying = here.litemail.requests.filter((request) => JSON.stringify(request).includes(canary.key))
    expect(carrying.map((request) => JSON.parse(request.body ?? '')[secret])).toEqual([canary.key])
    expect(findIn(wanted, JSON.stringify(told))).toEqual([])
    expect(findIn(wanted, JSON.stringify(here.world.copied))).toEqual([])
    // The database with its log, copies of it, the report and the backup.
    expect(findIn(wanted, bytesIn(context.folder))).toEqual([])
    expect(findIn(wanted, bytesIn(folder))).toEqual([])
    for await (const page of context.aside.readContent(join(context.folder, 'mailroom.sqlite'), {
      isTolerant: false,
    })) {
      expect(findIn(wanted, JSON.stringify(page))).toEqual([])
    }
    // What it was sent with is forgotten with what is left of its job.
    await calling.call('jobs.stop', { id: jobId })
    expect([...context.jobs.secrets.values()]).toEqual([])
  })
})
