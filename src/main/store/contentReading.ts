import * as z from 'zod'
import { jsonIn, numberIn, numberOrNull, textIn } from './columns'
import {
  type ContentPage,
  contentAccount,
  contentActivity,
  contentAddress,
  contentApiMap,
  contentDnsCheck,
  contentDnsRecord,
  contentDoing,
  contentFleetNote,
  contentJob,
  contentJobRow,
  contentLitemailAccount,
  contentLoss,
  contentMessage,
  contentOperationView,
  contentView,
  emptyPage,
} from './content'
import {
  columnsIn,
  isBegun,
  known,
  numbersIn,
  toAccount,
  toActivity,
  toAddress,
  toApiMap,
  toDnsCheck,
  toDnsRecord,
  toDoing,
  toFleetNote,
  toJob,
  toLitemailAccount,
  toLoss,
  toMessage,
  toOperationView,
  toView,
} from './contentRows'
import { toJobRow } from './jobs'
import { asBytes, type Sql, type SqlRow } from './sql'

/** So many rows make a page. */
const PAGE_ROWS = 200
/** After so many failures SQLite is not asked any more for what else a damaged table has. */
const MOST_FAILURES = 2_000

export interface ContentReading {
  /**
   * Goes on past pages of the file that are damaged, down to single rows. Otherwise the first of them throws, and so
   * do rows that are not as the schema has them: a backup of them would not be whole.
   */
  readonly isTolerant: boolean
}

/** Reads tables of this and of every earlier version of the schema: a column that one has not is NULL. */
const tableReading = (sql: Sql, { isTolerant }: ContentReading) => {
  const tolerate = <T>(otherwise: T, work: () => T): T => {
    try {
      return work()
    } catch (error) {
      if (!isTolerant) throw error
      return otherwise
    }
  }

  const columnsOf = (table: string): Set<string> =>
    new Set(
      tolerate([], () =>
        sql
          .prepare(
            "SELECT CAST(t.name AS BLOB) AS name FROM pragma_table_info(?) AS t WHERE (SELECT count(*) FROM sqlite_schema AS s WHERE s.type = 'table' AND s.name = ?) = 1",
          )
          .all(table, table),
      ).map((row) => textIn(row.name)),
    )

  /** Rows of a table in the order in which they lie there, page by page. */
  function* rowsOf(table: keyof typeof columnsIn): Generator<SqlRow[]> {
    const columns = columnsOf(table)
    if (columns.size === 0) return
    const selected = columnsIn[table].map((column) => {
      if (!columns.has(column)) return `NULL AS ${column}`
      return numbersIn.has(column) ? `t.${column}` : asBytes('t', [column])
    })
    const range = sql.prepare(
      `SELECT ${selected.join(', ')} FROM ${table} AS t NOT INDEXED WHERE t.rowid BETWEEN ? AND ? ORDER BY t.rowid`,
    )
    const after = sql.prepare(`SELECT min(t.rowid) AS rowid FROM ${table} AS t NOT INDEXED WHERE t.rowid > ?`)
    const last = sql.prepare(`SELECT max(t.rowid) AS rowid FROM ${table} AS t NOT INDEXED`)
    let failures = 0
    const readRange = (from: number, to: number): SqlRow[] => {
      try {
        return range.all(from, to)
      } catch (error) {
        failures += 1
        if (!isTolerant) throw error
        if (from === to || failures > MOST_FAILURES) return []
        const middle = Math.floor((from + to) / 2)
        return [...readRange(from, middle), ...readRange(middle + 1, to)]
      }
    }
    const end = tolerate(null, () => numberOrNull(last.get()?.rowid)) ?? (isTolerant ? rowsIn(sql) : 0)
    for (let at = 0; at < end && failures <= MOST_FAILURES; ) {
      const from = tolerate(at + 1, () => numberOrNull(after.get(at)?.rowid) ?? end + 1)
      if (from > end) return
      at = from + PAGE_ROWS - 1
      yield readRange(from, Math.min(at, end))
    }
  }
  const labelled = columnsOf('address_labels').size > 0
  const labelsOf = labelled
    ? sql.prepare('SELECT CAST(l.label AS BLOB) AS label FROM address_labels AS l WHERE l.address_id = ?')
    : null
  const readLabels = (id: string): string[] =>
    tolerate([], () => labelsOf?.all(id) ?? []).map((row) => textIn(row.label))

  return { rowsOf, readLabels }
}

/** No table of a file has more rows: none takes less than 40 bytes. */
const rowsIn = (sql: Sql): number => {
  try {
    return Math.ceil((numberIn(sql.pragma('page_count')) * numberIn(sql.pragma('page_size'))) / 40)
  } catch {
    return 0
  }
}

/** All content of a database, in pages; to be read within one transaction. */
export function* readContent(sql: Sql, reading: ContentReading): Generator<ContentPage> {
  const { rowsOf, readLabels } = tableReading(sql, reading)
  const parse = <T>(schema: z.ZodType<T>, values: readonly unknown[]): T[] =>
    reading.isTolerant ? known(schema, values) : z.array(schema).parse(values)

  for (const rows of rowsOf('accounts')) {
    const isLitemails = (row: SqlRow): boolean => row.service === 'litemail'
    const litemails = rows.filter(isLitemails).map(toLitemailAccount)
    const others = rows.filter((row) => !isLitemails(row)).map(toAccount)
    yield {
      ...emptyPage,
      accounts: parse(contentAccount, others),
      litemailAccounts: parse(contentLitemailAccount, litemails),
    }
  }
  for (const rows of rowsOf('addresses')) {
    const found = rows.map((row) => toAddress(row, readLabels(textIn(row.id))))
    yield { ...emptyPage, addresses: parse(contentAddress, found) }
  }
  for (const rows of rowsOf('journal')) {
    const found = rows.map((row) => {
      const isOpen = row.state !== 'done'
      return toActivity(row, isOpen ? readLabels(textIn(row.id)) : [])
    })
    yield { ...emptyPage, activity: parse(contentActivity, found) }
  }
  for (const rows of rowsOf('fleet_notes')) {
    yield { ...emptyPage, fleetNotes: parse(contentFleetNote, rows.map(toFleetNote)) }
  }
  for (const rows of rowsOf('saved_views')) {
    // One that this version does not understand is shown nowhere either.
    yield { ...emptyPage, views: known(contentView, rows.map(toView)) }
  }
  for (const rows of rowsOf('api_maps')) {
    // One that cannot be read is asked for nowhere either.
    yield { ...emptyPage, apiMaps: known(contentApiMap, rows.map(toApiMap)) }
  }
  for (const rows of rowsOf('doings')) {
    yield { ...emptyPage, doings: parse(contentDoing, rows.map(toDoing)) }
  }
  for (const rows of rowsOf('dns_records')) {
    yield { ...emptyPage, dnsRecords: parse(contentDnsRecord, rows.map(toDnsRecord)) }
  }
  for (const rows of rowsOf('dns_checks')) {
    yield { ...emptyPage, dnsChecks: parse(contentDnsCheck, rows.map(toDnsCheck)) }
  }
  for (const rows of rowsOf('dns_losses')) {
    // One that this version does not understand is shown nowhere either.
    yield { ...emptyPage, losses: known(contentLoss, rows.map(toLoss)) }
  }
  for (const rows of rowsOf('jobs')) {
    yield { ...emptyPage, jobs: parse(contentJob, rows.filter(isBegun).map(toJob)) }
  }
  for (const rows of rowsOf('job_rows')) {
    yield { ...emptyPage, jobRows: parse(contentJobRow, rows.filter(isBegun).map(toJobRow)) }
  }
  for (const rows of rowsOf('operation_views')) {
    yield { ...emptyPage, operationViews: known(contentOperationView, rows.map(toOperationView)) }
  }
  for (const rows of rowsOf('kept_messages')) {
    yield { ...emptyPage, messages: parse(contentMessage, rows.map(toMessage)) }
  }
  const settings: Record<string, unknown> = {}
  for (const row of keptSettings(sql, reading))
    settings[textIn(row.name)] = jsonIn(z.unknown(), row.value, null)
  yield { ...emptyPage, settings }
}

// `kept` has no rowid: it is small, and taken whole.
const keptSettings = (sql: Sql, { isTolerant }: ContentReading): SqlRow[] => {
  try {
    return sql
      .prepare(`SELECT ${asBytes('k', ['name', 'value'])} FROM kept AS k WHERE k.kind = 'setting'`)
      .all()
  } catch (error) {
    if (!isTolerant) throw error
    return []
  }
}
