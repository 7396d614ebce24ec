import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { DATABASE_NAME } from '../../../src/main/store/open'
import { connect } from '../../../src/main/store/sql'
import { openStore, type Store } from '../../../src/main/store/store'
import { anAccount, aWrite, done, NOON } from './rows'
import { callAll, survive } from './survive'

/**
 * A process of its own that uses the store, to be killed, starved of disk, or to hold a lock:
 * `node probe.mjs WORKER_URL COMMAND FOLDER`. Each line it prints is one JSON value.
 */
const [workerUrl = '', command = '', folder = ''] = process.argv.slice(2)

const say = (value: unknown): void => {
  writeSync(1, `${JSON.stringify(value)}\n`)
}

const open = async (): Promise<Store | null> => {
  const opened = await openStore({ folder, mode: 'own', workerUrl: new URL(workerUrl) })
  say(opened.ok ? { opened: true } : { opened: false, problem: opened.error.problem })
  return opened.ok ? opened.value : null
}

const sayReadable = async (store: Store): Promise<void> => {
  const activity = await store.read('activity.list', { offset: 0, limit: 1 })
  const soundness = await store.read('integrity.check')
  say({ rows: activity.ok && activity.value.total, isSound: soundness.ok && soundness.value.isSound })
}

const commands: Readonly<Record<string, () => Promise<void>>> = {
  async open() {
    const store = await open()
    if (!store) return
    await sayReadable(store)
    await store.close()
  },

  /** Writes until a write fails, then reads, then tries the smallest write. */
  async fill() {
    const store = await open()
    if (!store) return
    const account = await store.write('accounts.insert', anAccount())
    if (!account.ok) return say({ kept: 0, problem: account.error.problem })
    for (let kept = 0; ; kept++) {
      const result = await store.write('journal.plan', aWrite(account.value.id, { note: 'n'.repeat(4_000) }))
      if (result.ok) continue
      say({ kept, problem: result.error.problem })
      break
    }
    await sayReadable(store)
    await store.close()
  },

  /** Creates address after address, and says each one as soon as the store has answered. */
  async create() {
    const store = await open()
    if (!store) return
    const account = await store.write('accounts.insert', anAccount())
    if (!account.ok) return
    for (;;) {
      const write = aWrite(account.value.id)
      const planned = await store.write('journal.plan', write)
      if (planned.ok) say({ id: write.id, state: 'planned' })
      const started = await store.write('journal.startSending', { id: write.id, at: NOON })
      if (started.ok) say({ id: write.id, state: 'sending' })
      const settled = await store.write('journal.settle', { id: write.id, settlement: done() })
      if (settled.ok) say({ id: write.id, state: 'done' })
    }
  },

  /** Holds the lock for writing until it is killed. */
  async 'hold-lock'() {
    const sql = connect(join(folder, DATABASE_NAME), { isReadOnly: false, busyTimeoutMs: 0 })
    sql.exec('BEGIN IMMEDIATE')
    say({ locked: true })
    setInterval(() => sql.pragma('user_version'), 60_000)
  },

  /** Keeps everybody else out, readers too, until it is killed. */
  async 'hold-all'() {
    const sql = connect(join(folder, DATABASE_NAME), { isReadOnly: false, busyTimeoutMs: 0 })
    const version = Number(sql.pragma('user_version'))
    sql.exec(`PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; PRAGMA user_version = ${version}; COMMIT`)
    say({ locked: true })
    setInterval(() => sql.pragma('user_version'), 60_000)
  },
}

const seeds = /^survive-(\d+)$/.exec(command)
if (seeds) survive(folder, Number(seeds[1]), say)
else if (command === 'read-all') say(callAll(folder))
else await commands[command]?.()
