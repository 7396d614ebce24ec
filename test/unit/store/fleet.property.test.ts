import { expect, it } from 'vitest'
import type { FleetPartRow } from '../../../src/main/store/fleetRows'
import { mailboxesByAddress } from '../../../src/shared/mailbox'
import { type Random, randomFrom } from '../../support/random'
import { aLitemailAccount, anOpenPass, aPart, mailboxFacts } from './fleetRows'
import { NOON, openDirectly } from './testStore'

const SEEDS = process.env.MAILROOM_LONG ? 200 : 8
const STEPS = 40
const WORKSPACES = ['a', 'b', 'c'] as const
type Workspace = (typeof WORKSPACES)[number]
const HOUR = 3_600_000

/** What the service holds, and what was promised about it. */
interface Model {
  /** Where each row is, at the service. */
  readonly at: Map<string, Workspace>
  readonly notes: Map<string, string>
  /** Rows that a whole pass of their list has missed in turn, as often as that. */
  readonly misses: Map<string, number>
}

const createRun = (random: Random) => {
  const store = openDirectly()
  const { id: accountId } = store.write('litemail.insertAccount', aLitemailAccount())
  const model: Model = { at: new Map(), notes: new Map(), misses: new Map() }
  let now = NOON
  let made = 0
  /** Rows that may be missing from lists: given up by two whole passes in turn, or by the user. */
  const mayBeGone = new Set<string>()
  /** Of each row that was ever shown, the workspace in which it was met last. */
  const metIn = new Map<string, Workspace>()

  const keyOf = (workspaceId: Workspace) => ({ accountId, noun: 'mailboxes', workspaceId }) as const
  const partOf = (workspaceId: Workspace): FleetPartRow =>
    store.read('fleet.parts', accountId).find((part) => part.workspaceId === workspaceId) ??
    aPart(keyOf(workspaceId))
  const listed = () => {
    const page = { view: mailboxesByAddress, offset: 0, limit: 500, now }
    return new Map(store.read('mailboxes.list', page).rows.map((row) => [row.serviceId, row]))
  }

  const shift = (): void => {
    for (let n = random.integer(0, 12); n > 0; n--) {
      made += 1
      model.at.set(`m-${made}`, random.pick(WORKSPACES))
    }
    const many = random.chance(0.15)
    for (const id of [...model.at.keys()]) {
      if (random.chance(many ? 0.5 : 0.04)) model.at.delete(id)
      else if (random.chance(0.05)) model.at.set(id, random.pick(WORKSPACES))
    }
  }

  const idsIn = (workspaceId: Workspace): string[] =>
    [...model.at].filter(([, at]) => at === workspaceId).map(([id]) => id)

  /** Reads a workspace in pages of three, whose order the service may change meanwhile. Answers what was met. */
  const readPages = (workspaceId: Workspace, pass: number, until: number, isQuiet = false): Set<string> => {
    const met = new Set<string>()
    const isRestless = !isQuiet && random.chance(0.3)
    for (let page = 0; page < until; page++) {
      const all = idsIn(workspaceId)
      const ids = (isRestless ? random.shuffle(all) : all).slice(page * 3, page * 3 + 3)
      const part = {
        ...partOf(workspaceId),
        at: now,
        open: anOpenPass(pass, { done: page + 1, met: met.size }),
      }
      const rows = ids.map((id) => mailboxFacts(id, { status: random.pick(['ACTIVE', 'PAUSED']) }))
      const { fresh } = store.write('fleet.take', { part, taken: { noun: 'mailboxes', rows }, pass, at: now })
      // Never more than are new to this pass: no part is taken for whole by rows that came twice.
      expect(fresh).toBeLessThanOrEqual(ids.filter((id) => !met.has(id)).length)
      for (const id of ids) {
        met.add(id)
        metIn.set(id, workspaceId)
        model.misses.delete(id)
        mayBeGone.delete(id)
      }
    }
    return met
  }

  const pass = (isWhole: boolean): void => {
    now += HOUR
    const workspaceId = random.pick(WORKSPACES)
    const id = store.write('fleet.nextPass')
    const size = idsIn(workspaceId).length
    const pages = Math.ceil(size / 3)
    const before = listed()
    const until = isWhole ? pages : random.integer(0, Math.max(0, pages - 1))
    const met = readPages(workspaceId, id, until)
    if (!isWhole || met.size < size) {
      store.write('fleet.savePart', { ...partOf(workspaceId), isIncomplete: true, open: null })
      // Nothing goes, and nothing is missed, by what was not read to its end.
      const after = listed()
      for (const [serviceId, row] of before) {
        expect(after.has(serviceId)).toBe(true)
        expect(after.get(serviceId)?.isUnseen === true && !row.isUnseen).toBe(false)
      }
      expect(partOf(workspaceId).wholeAt).not.toBe(now)
      return
    }
    const part = { ...partOf(workspaceId), wholeAt: now, isIncomplete: false, open: null }
    const end = store.write('fleet.endWhole', { part, pass: id, at: now })
    const unmet = [...before.keys()].filter((one) => metIn.get(one) === workspaceId && !met.has(one))
    for (const one of unmet) model.misses.set(one, (model.misses.get(one) ?? 0) + 1)
    const after = listed()
    const gone = [...before.keys()].filter((one) => !after.has(one))
    const known = [...before.keys(), ...met].filter((one) => metIn.get(one) === workspaceId)
    for (const one of gone) {
      expect(unmet).toContain(one)
      expect(model.misses.get(one)).toBeGreaterThanOrEqual(2)
      mayBeGone.add(one)
    }
    expect(end.gone).toBe(gone.length)
    // No more than a tenth at once and unasked.
    expect(gone.length).toBeLessThanOrEqual(new Set(known).size * 0.1)
    expect(partOf(workspaceId).doubt).toEqual(end.doubt)
    for (const one of unmet) if (after.has(one)) expect(after.get(one)?.isUnseen).toBe(true)
  }

  const decide = (): void => {
    const workspaceId = random.pick(WORKSPACES)
    const { doubt } = partOf(workspaceId)
    const before = listed()
    const areGone = random.chance(0.5)
    const count = store.write('fleet.decide', { key: keyOf(workspaceId), areGone, at: now })
    const after = listed()
    const gone = [...before.keys()].filter((one) => !after.has(one))
    expect(gone).toHaveLength(count)
    if (doubt === null || !areGone) expect(count).toBe(0)
    for (const one of gone) {
      expect(metIn.get(one)).toBe(workspaceId)
      mayBeGone.add(one)
    }
    if (!areGone && doubt !== null) {
      // The rows were spared: they are counted anew.
      for (const one of before.keys()) if (metIn.get(one) === workspaceId) model.misses.set(one, 2)
    }
    expect(partOf(workspaceId).doubt).toBeNull()
  }

  const note = (): void => {
    const row = random.pick([...listed().values(), null])
    if (row === null) return
    model.notes.set(row.serviceId, `note ${now} ${made}`)
    store.write('mailboxes.setNote', { id: row.id, note: `note ${now} ${made}` })
  }

  const sweep = (): void => {
    // Within the 30 days: nothing that has a note may go.
    store.write('fleet.sweep', now)
  }

  const check = (): void => {
    const rows = listed()
    for (const serviceId of metIn.keys()) {
      expect([serviceId, rows.has(serviceId) || mayBeGone.has(serviceId)]).toEqual([serviceId, true])
    }
    for (const [serviceId, row] of rows) expect(row.note).toBe(model.notes.get(serviceId) ?? '')
  }

  const settle = (): void => {
    // Two quiet passes over everything, and the user's word where it is asked for: exactly what the service holds.
    for (let n = 0; n < 2; n++) {
      for (const workspaceId of WORKSPACES) {
        now += HOUR
        const id = store.write('fleet.nextPass')
        readPages(workspaceId, id, Math.ceil(model.at.size / 3), true)
        const part = { ...partOf(workspaceId), wholeAt: now, open: null }
        const { doubt } = store.write('fleet.endWhole', { part, pass: id, at: now })
        if (doubt !== null) store.write('fleet.decide', { key: keyOf(workspaceId), areGone: true, at: now })
      }
    }
    const rows = [...listed().values()].filter(({ isUnseen }) => !isUnseen)
    expect(rows.map(({ serviceId }) => serviceId).sort()).toEqual([...model.at.keys()].sort())
    for (const { serviceId, note: kept } of rows) expect(kept).toBe(model.notes.get(serviceId) ?? '')
    expect(store.read('integrity.check')).toEqual({ isSound: true, remarks: [] })
  }

  return { shift, pass, decide, note, sweep, check, settle, close: () => store.close() }
}

it(`whatever passes over shifting rows come to, no note is lost and nothing goes before its time (${SEEDS} seeds)`, () => {
  for (let seed = 0; seed < SEEDS; seed++) {
    const random = randomFrom(seed)
    const run = createRun(random)
    for (let step = 0; step < STEPS; step++) {
      if (random.chance(0.3)) run.shift()
      const draw = random.next()
      if (draw < 0.45) run.pass(true)
      else if (draw < 0.65) run.pass(false)
      else if (draw < 0.75) run.decide()
      else if (draw < 0.95) run.note()
      else run.sweep()
      run.check()
    }
    run.settle()
    run.close()
  }
}, 600_000)
