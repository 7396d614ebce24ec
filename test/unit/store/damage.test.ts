import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { mailboxesByAddress } from '../../../src/shared/mailbox'
import { aLitemailAccount, aPart, mailboxFacts } from './fleetRows'
import { startProbe } from './otherProcess'
import { databaseIn, done, NOON, storeWithAccount, temporaryFolder } from './testStore'

const SEEDS = process.env.MAILROOM_LONG === '1' ? 2_000 : 200

let template = ''
beforeAll(() => {
  template = mkdtempSync(join(tmpdir(), 'mailroom-template-'))
  const { store, plan, send, settle } = storeWithAccount(template)
  store.write('settings.update', { theme: 'dark' })
  for (let n = 0; n < 60; n++) settle(send(plan({ note: `MARK${n}` })), done())
  for (let n = 0; n < 10; n++) send(plan({ note: `MARK${n}` }))
  const fleet = store.write('litemail.insertAccount', aLitemailAccount())
  const part = aPart({ accountId: fleet.id, noun: 'mailboxes', workspaceId: 'w' })
  const rows = Array.from({ length: 60 }, (_, n) => mailboxFacts(`m-${n}`))
  store.write('fleet.take', { part, taken: { noun: 'mailboxes', rows }, pass: 1, at: NOON })
  for (let n = 1; n <= 20; n++) store.write('mailboxes.setNote', { id: String(n), note: `MARK${n}` })
  store.write('views.save', { list: 'mailboxes', name: 'View', view: mailboxesByAddress })
  for (const suffix of ['', '-wal']) {
    copyFileSync(databaseIn(template) + suffix, join(template, `killed.sqlite${suffix}`))
  }
  store.close()
})
afterAll(() => rmSync(template, { recursive: true, force: true }))

const readAll = async (lines: AsyncIterator<string>): Promise<unknown[]> => {
  const values: unknown[] = []
  for (;;) {
    const { value, done: isDone } = await lines.next()
    if (isDone) return values
    values.push(JSON.parse(value))
  }
}

const survived = z.object({ seed: z.number(), opened: z.boolean(), problems: z.array(z.string()) })

describe('a damaged database', () => {
  // Text that is not UTF-8 ends the process inside the driver when it is read as text.
  it('whose text is no text is still listed', async () => {
    const folder = temporaryFolder()
    const bytes = readFileSync(databaseIn(template))
    for (let at = bytes.indexOf('MARK'); at >= 0; at = bytes.indexOf('MARK', at)) bytes.fill(0xff, at, at + 4)
    writeFileSync(databaseIn(folder), bytes)

    const { lines } = await startProbe('read-all', folder)

    const [said] = await readAll(lines)
    expect(said).toMatchObject({ opened: true, problems: [], note: expect.stringMatching(/^\ufffd{4}\d+$/) })
  })

  it(`never ends the process, wherever it is damaged (${SEEDS} seeds)`, { timeout: 600_000 }, async () => {
    const { lines } = await startProbe(`survive-${SEEDS}`, template)
    const outcomes = (await readAll(lines)).map((value) => survived.parse(value))

    expect(outcomes.map((outcome) => outcome.seed)).toEqual(Array.from({ length: SEEDS }, (_, n) => n))
    const isExpected = (problem: string) => ['corrupt', 'failed', 'newer'].includes(problem)
    for (const outcome of outcomes) {
      expect([outcome.seed, outcome.problems.filter((problem) => !isExpected(problem))]).toEqual([
        outcome.seed,
        [],
      ])
    }
    // The damage is neither always found at once nor never.
    expect(outcomes.some((outcome) => !outcome.opened)).toBe(true)
    expect(outcomes.some((outcome) => outcome.opened)).toBe(true)
  })
})
