import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { saveBackup } from '../../../src/main/actions/backup'
import { exportAddresses } from '../../../src/main/actions/exportAddresses'
import { makeCopy } from '../../../src/main/actions/localCopies'
import { closeContext } from '../../../src/main/startup/openContext'
import { openPlainContext } from './plainContext'

/*
 * Tries to write on a disk that is full, and says what came of it: `node fullDiskChild <disk> <store worker>`. On the disk is a
 * file that an earlier export wrote.
 */
const [disk = '', worker = ''] = process.argv.slice(2)
const file = join(disk, 'out')
writeFileSync(file, 'as before')

const { context } = await openPlainContext(disk, pathToFileURL(worker), file)
const rows = Array.from({ length: 2_000 }, (_, n) => ({
  ...{
    accountId: null,
    email: `n${n}@ig.do`,
    note: 'x'.repeat(100),
    labels: [],
    tag: null,
    at: n,
    hiddenAt: null,
  },
}))
await context.store.write('import.merge', rows)
const ids = await context.store.read('addresses.list', {
  view: {
    ...{ search: '', labels: [], accountIds: [], month: null, hidden: 'shown', isWithoutNote: false },
    sort: { by: 'created', isDescending: true },
  },
  offset: 0,
  limit: 500,
})
const choice = { ids: ids.ok ? ids.value.rows.map(({ id }) => id) : [] }

const filler = join(disk, 'filler')
for (let size = 1024 * 1024; size >= 1024; size = Math.floor(size / 2)) {
  try {
    for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: 'a' })
  } catch {
    // Full for pieces of this size.
  }
}
const tried = [
  await makeCopy(context, 'hide'),
  await saveBackup(context, 'a long passphrase'),
  await exportAddresses(context, { format: 'csv', choice }),
]
const left = readdirSync(disk, { recursive: true }).filter((name) => /part|unfinished/.test(String(name)))
const kept = readFileSync(file, 'utf8')
rmSync(filler)
const later = await makeCopy(context, 'hide')
console.log(JSON.stringify({ tried, left, kept, later: later.ok }))
await closeContext(context)
