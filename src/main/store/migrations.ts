import { fifth } from './migrations/fifth'
import { first } from './migrations/first'
import { fourth } from './migrations/fourth'
import { second } from './migrations/second'
import { third } from './migrations/third'

/** One step of the schema. Once released it is never changed; the next step goes behind it. */
export interface Migration {
  /** What PRAGMA user_version is afterwards: 1, 2, 3, … */
  readonly version: number
  readonly sql: string
}

/** PRAGMA application_id: tells a database of Mailroom from any other ("Mlrm"). */
export const APPLICATION_ID = 0x4d6c726d

/** Every step from an empty file to the schema of this version, in order. */
export const migrations: readonly Migration[] = [
  { version: 1, sql: first },
  { version: 2, sql: second },
  { version: 3, sql: third },
  { version: 4, sql: fourth },
  { version: 5, sql: fifth },
]

export const latestVersion = (steps: readonly Migration[]): number => steps.at(-1)?.version ?? 0
