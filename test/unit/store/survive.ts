import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answer } from '../../../src/main/store/protocol'
import { createResponder } from '../../../src/main/store/serve'
import { randomFrom } from '../../support/random'
import { everyRead, everyWrite } from './everyMethod'
import { firstRows } from './rows'

const DATABASE = 'mailroom.sqlite'

/** Calls every method there is on the database in a folder, and answers what came of it. */
export const callAll = (folder: string): { opened: boolean; problems: string[]; note: string | null } => {
  const writer = createResponder({ role: 'writer', folder, busyTimeoutMs: 100 })
  const reader = createResponder({ role: 'reader', folder, busyTimeoutMs: 100 })
  const opening = writer({ kind: 'open' })
  if (!opening.ok) return { opened: false, problems: [opening.problem], note: null }
  const answers: Answer[] = [reader({ kind: 'open' })]
  const ask = (respond: typeof writer, method: string, input: readonly unknown[]): Answer => {
    const answer = respond({ kind: 'call', method, input })
    answers.push(answer)
    return answer
  }
  for (const [method, input] of Object.entries(everyRead)) ask(reader, method, input)
  const list = ask(reader, 'addresses.list', [firstRows()])
  for (const [method, input] of Object.entries(everyWrite)) ask(writer, method, input)
  for (const [method, input] of Object.entries(everyRead)) ask(reader, method, input)
  reader({ kind: 'close' })
  answers.push(writer({ kind: 'close' }))
  return {
    opened: true,
    problems: answers.flatMap((answer) => (answer.ok ? [] : [answer.problem])),
    note: list.ok ? noteOf(list.value) : null,
  }
}

const noteOf = (page: unknown): string | null => {
  const text = JSON.stringify(page)
  const found: unknown = JSON.parse(text).rows?.[0]?.note
  return typeof found === 'string' ? found : null
}

/** Damages a copy of the database in `template`, closed in order or killed, as the seed has it. */
const damagedCopy = (template: string, seed: number): string => {
  const random = randomFrom(seed)
  const folder = mkdtempSync(join(tmpdir(), 'mailroom-damaged-'))
  const isKilled = random.chance(0.4)
  if (isKilled) copyFileSync(join(template, `killed.sqlite-wal`), join(folder, `${DATABASE}-wal`))
  const bytes = readFileSync(join(template, isKilled ? 'killed.sqlite' : DATABASE))
  for (let count = random.integer(1, 12); count > 0; count--) {
    const length = random.pick([1, 4, 64, 4096])
    const at = random.integer(0, bytes.length - 1)
    for (let n = at; n < Math.min(at + length, bytes.length); n++) bytes[n] = random.integer(0, 255)
  }
  const end = random.chance(0.1) ? random.integer(0, bytes.length) : bytes.length
  writeFileSync(join(folder, DATABASE), bytes.subarray(0, end))
  return folder
}

/** Uses one damaged copy after the other in this one process, and says after each that it still lives. */
export const survive = (template: string, seeds: number, say: (value: unknown) => void): void => {
  for (let seed = 0; seed < seeds; seed++) {
    const folder = damagedCopy(template, seed)
    try {
      say({ seed, ...callAll(folder) })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
