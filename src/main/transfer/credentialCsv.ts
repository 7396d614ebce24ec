import Papa from 'papaparse'
import type { AppError } from '../../shared/errors'
import type { Mailbox } from '../../shared/mailbox'
import { sentence } from '../../shared/text/errors'
import { credentialFile } from '../../shared/text/files'
import { guardCell } from '../rules/csvCell'
import type { MailboxSecrets } from '../upstream/litemail/mailboxSecrets'

/** A mailbox with what opens it, or why that is not known. */
export interface CredentialRow {
  readonly mailbox: Mailbox
  readonly read:
    | { readonly ok: true; readonly value: MailboxSecrets }
    | { readonly ok: false; readonly error: AppError }
}

const { titles } = credentialFile

/**
 * One line (RFC 4180). Credentials stand as they are, to the letter: one behind an apostrophe, as other cells get it that a
 * spreadsheet would run, is another password, and whatever reads this file would be refused with it. So a spreadsheet may
 * take one that begins with `=` for a formula; the dialog says so before. The other cells are guarded as in every file.
 */
const line = (guarded: readonly string[], credentials: readonly string[], last: string): string =>
  `${Papa.unparse([[...guarded.map(guardCell), ...credentials, guardCell(last)]], { newline: '\r\n' })}\r\n`

const isNothing = ({ password, appPassword, seed }: MailboxSecrets): boolean =>
  password === null && appPassword === null && seed === null

/** What the file begins with: the mark by which spreadsheets know UTF-8, and the titles of its columns. */
export const credentialHead = `\ufeff${line(
  [titles.email, titles.name],
  [titles.password, titles.appPassword, titles.seed],
  titles.problem,
)}`

/** Whether a row has no credential in the file. */
export const isUnread = ({ read }: CredentialRow): boolean => !read.ok || isNothing(read.value)

/** One mailbox of the file. What could not be read is named in its row, and never left out. */
export function credentialLine({ mailbox, read }: CredentialRow): string {
  const about = [mailbox.email, mailbox.name ?? '']
  if (!read.ok) return line(about, ['', '', ''], sentence(read.error, 'litemail'))
  const { password, appPassword, seed } = read.value
  return line(
    about,
    [password ?? '', appPassword ?? '', seed ?? ''],
    isNothing(read.value) ? credentialFile.nothingTold : '',
  )
}
