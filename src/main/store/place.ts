import { join } from 'node:path'

/** The name of the database in its folder. */
export const DATABASE_NAME = 'mailroom.sqlite'
/** Says that SQLite called a part of the database damaged while it was in use. */
export const SUSPECT_NAME = 'mailroom.suspect'

export const databaseIn = (folder: string): string => join(folder, DATABASE_NAME)
