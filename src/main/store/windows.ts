import * as z from 'zod'
import { jsonIn } from './columns'
import { keptReads, keptWrites } from './kept'
import type { WindowState } from './rows'
import type { Sql } from './sql'

const NAME = 'main'
const place = z.number().int().min(-100_000).max(100_000)
const size = z.number().int().min(1).max(100_000)
const windowState = z.object({ x: place, y: place, width: size, height: size, isMaximized: z.boolean() })

export const windowReads = (sql: Sql) => {
  const { load } = keptReads(sql, 'window')
  return {
    /** Null where none was saved, or nothing that a window could be. */
    'windows.load': (): WindowState | null => jsonIn<WindowState | null>(windowState, load(NAME), null),
  }
}

export const windowWrites = (sql: Sql) => {
  const { save } = keptWrites(sql, 'window')
  return {
    'windows.save': (state: WindowState): void => save(NAME, JSON.stringify(windowState.parse(state))),
  }
}
