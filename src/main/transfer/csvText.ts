import Papa from 'papaparse'
import { guardCell } from '../rules/csvCell'

/** Rows as CSV (RFC 4180), each with its line break. No cell is one that a spreadsheet would run. */
export const csvRows = (rows: readonly (readonly string[])[]): string =>
  rows.length === 0
    ? ''
    : `${Papa.unparse(
        rows.map((row) => row.map(guardCell)),
        { newline: '\r\n' },
      )}\r\n`

/** What a CSV file begins with: the byte order mark by which spreadsheets know UTF-8, and the titles of its columns. */
export const csvHead = (titles: readonly string[]): string => `\ufeff${csvRows([titles])}`
