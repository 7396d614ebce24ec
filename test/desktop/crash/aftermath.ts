import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import Database from 'libsql'
import { RESEND_WITHIN_MS } from '../../../src/main/actions/settleAddress'
import { openStore, type StoreReader } from '../../../src/main/store/store'
import { newestFirst } from '../../../src/shared/addressView'
import type { Aftermath } from '../../support/actions/brokenPromises'
import { take } from '../../support/actions/take'
import { addressRows } from '../../support/app/journey'
import { bundleStoreWorker } from '../../unit/store/bundleStoreWorker'

const SETTLING_MS = 30_000

/** Reads what Mailroom keeps, beside Mailroom. */
export async function withReader<T>(userData: string, use: (reader: StoreReader) => Promise<T>): Promise<T> {
  const opened = await openStore({
    folder: userData,
    mode: 'read-only',
    workerUrl: await bundleStoreWorker(),
  })
  const reader = take(opened)
  if (reader === null) throw new Error('a profile with an account has a database')
  try {
    return await use(reader)
  } finally {
    await reader.close()
  }
}

const listed = async (reader: StoreReader) =>
  take(await reader.read('addresses.list', { view: newestFirst, offset: 0, limit: 500 })).rows

/** The list, the database and the log, in a moment in which nothing is being sent. */
export async function readAftermath(reader: StoreReader, userData: string): Promise<Aftermath> {
  const rows = await until(
    () => listed(reader),
    (all) => all.every(({ state }) => state !== 'sending'),
  )
  const { isSound } = take(await reader.read('integrity.check'))
  return { rows: rows.map(({ email, state }) => ({ email, state })), isSound, faults: faultsIn(userData) }
}

function faultsIn(userData: string): string[] {
  const file = join(userData, 'logs', 'mailroom.log')
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('[error]'))
}

/** Waits until everything is settled that a running window settles by itself. */
export async function settled(reader: StoreReader): Promise<void> {
  await until(
    async () => take(await reader.read('journal.unsettled', {})),
    (rows) =>
      !rows.some(
        ({ state, problem, plannedAt }) =>
          state === 'sending' ||
          (state === 'unconfirmed' &&
            problem?.kind !== 'owner-unknown' &&
            Date.now() - plannedAt < RESEND_WITHIN_MS),
      ),
  )
}

/** Looks again and again until it is as wished, or time is over: then it is as it is. */
async function until<T>(look: () => Promise<T>, isWished: (seen: T) => boolean): Promise<T> {
  const endsAt = Date.now() + SETTLING_MS
  for (;;) {
    const seen = await look()
    if (isWished(seen) || Date.now() > endsAt) return seen
    await pause(100)
  }
}

const words: Readonly<Record<string, string>> = {
  created: 'Created',
  sending: 'Creating…',
  waiting: 'Not sent',
  unconfirmed: 'Unconfirmed',
}

/** Where the window's list does not say what the database does: `email is created, shown as …`. */
export async function differences(page: Page, reader: StoreReader): Promise<string[]> {
  const shown = await addressRows(page).allInnerTexts()
  const rows = await listed(reader)
  const wrong = rows.flatMap(({ email, state }) => {
    const text = shown.find((row) => row.includes(email)) ?? 'nothing'
    return text.includes(words[state] ?? state) ? [] : [`${email} is ${state}, shown as ${text}`]
  })
  return shown.length === rows.length ? wrong : [...wrong, `${shown.length} rows for ${rows.length}`]
}

/** Makes everything that was asked for look as old as that. */
export function ageRows(userData: string, ms: number): void {
  const database = new Database(join(userData, 'mailroom.sqlite'))
  database.pragma('busy_timeout = 5000')
  database.prepare('UPDATE journal SET planned_at = planned_at - ?').run(ms)
  database.close()
}
