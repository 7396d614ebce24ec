import { LIKEDO_ORIGIN } from '../../shared/account'
import type { Activity, Creation, Written } from '../../shared/activity'
import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import { diagnosticsText as words } from '../../shared/text/diagnostics'
import { fileNames } from '../../shared/text/files'
import type { WrittenFile } from '../../shared/transfer'
import { createTokens, type Tokens } from '../rules/tokens'
import type { FleetPartRow } from '../store/fleetRows'
import { nameOf } from '../transfer/importFile'
import { writeFile } from '../transfer/writeFile'
import type { Context } from './context'
import { describeAccount, describePart, operationNames } from './fleet/describeFleet'
import { partName } from './fleet/reading'
import { listCopies } from './localCopies'

const ACTIVITY_ROWS = 50
const LOG_LINES = 300
const MOST_PARTS = 200

const lines = (facts: Readonly<Record<string, unknown>>): string =>
  Object.entries(facts)
    .map(([name, value]) => `${name}: ${value === null ? words.none : String(value)}`)
    .join('\n')

/** What was read, else why not: diagnostics are wanted most where something cannot be read. */
const orReason = <T>(result: Result<T, AppError>, show: (value: T) => string): string => {
  if (result.ok) return show(result.value)
  const { error } = result
  return words.notRead('problem' in error ? `${error.kind}, ${JSON.stringify(error.problem)}` : error.kind)
}

async function readStored(context: Context): Promise<string> {
  const [count, copies] = await Promise.all([context.store.read('content.count'), listCopies(context)])
  const mark = context.recovery.mark()
  return [
    orReason(count, (counts) => lines({ ...counts })),
    orReason(copies, (found) =>
      lines({ copies: found.length, newestCopy: found[0] ? new Date(found[0].at).toISOString() : null }),
    ),
    lines({ damagedAt: mark === null ? null : new Date(mark.at).toISOString() }),
  ].join('\n')
}

async function readAccounts({ store }: Context, tokens: Tokens): Promise<string> {
  const accounts = await store.read('accounts.list')
  if (!accounts.ok) return orReason(accounts, () => '')
  const described = await Promise.all(
    accounts.value.map(async (account) => {
      const maps = await store.read('apiMaps.list', account.id)
      return lines({
        [tokens.of('account', account.id)]: '',
        ' name': tokens.of('account-name', account.name),
        ' server':
          account.origin === LIKEDO_ORIGIN
            ? account.origin
            : tokens.of('server', new URL(account.origin).host),
        ' plan': account.plan,
        ' requests an hour': account.requestsPerHour,
        ' key': `${account.keyStanding}, ${account.keyKept}, generation ${account.keyGeneration}`,
        ' lists': account.canList,
        ' asked otherwise': maps.ok ? operationNames(maps.value) : words.notRead(maps.error.kind),
      })
    }),
  )
  return described.join('\n')
}

async function readFleet({ store }: Context, tokens: Tokens): Promise<string> {
  const accounts = await store.read('litemail.accounts')
  const parts = await store.read('fleet.parts', null)
  const counts = await store.read('fleet.counts')
  const described = accounts.ok
    ? await Promise.all(
        accounts.value.map(async (account) => {
          const answers = await store.read('operations.answers', account.id)
          const worked = (answers.ok ? answers.value : []).filter(({ workedAt }) => workedAt !== null)
          const maps = await store.read('apiMaps.list', account.id)
          const operations = { worked, changed: maps.ok ? maps.value : [] }
          return lines(describeAccount(account, operations, tokens))
        }),
      )
    : [orReason(accounts, () => '')]
  const kept = new Map(counts.ok ? counts.value.map((count) => [partName(count), count.kept] as const) : [])
  const keptOf = (part: FleetPartRow): number | null => (counts.ok ? (kept.get(partName(part)) ?? 0) : null)
  const lists = orReason(parts, (found) =>
    found
      .slice(0, MOST_PARTS)
      .map((part) => describePart(part, keptOf(part), tokens))
      .join('\n'),
  )
  return [...described, lists].filter((text) => text !== '').join('\n')
}

async function readSettings({ store }: Context): Promise<string> {
  return orReason(await store.read('settings.get'), (settings) =>
    lines({
      ...settings,
      // The user's own words.
      prefix: settings.prefix === '' ? 'not set' : 'set',
      domains: settings.domains.length,
      defaultDomain: settings.domains.findIndex(({ domain }) => domain === settings.defaultDomain) + 1,
      addressSort: `${settings.addressSort.by}, ${settings.addressSort.isDescending ? 'descending' : 'ascending'}`,
    }),
  )
}

async function readActivity({ store }: Context, tokens: Tokens): Promise<string> {
  return orReason(await store.read('activity.list', { offset: 0, limit: ACTIVITY_ROWS }), ({ rows, total }) =>
    [
      lines({ rows: total }),
      ...rows.map((row) =>
        [
          new Date(row.kind === 'address.create' ? row.plannedAt : row.at).toISOString(),
          ...describeRow(row, tokens),
        ]
          .filter((part) => part !== '')
          .join(' '),
      ),
    ].join('\n'),
  )
}

function describeRow(row: Activity, tokens: Tokens): readonly string[] {
  if (row.kind === 'domains.lost') {
    const losses = row.losses.map(
      ({ mark, isLost, domains }) => `${mark} ${isLost ? 'lost' : 'missing'} ${domains.length}`,
    )
    return [row.kind, losses.join(', ')]
  }
  if (row.kind === 'write') return describeWrite(row, tokens)
  return [
    row.email === null ? words.none : tokens.of('address', row.email),
    row.accountId === null ? words.none : tokens.of('account', row.accountId),
    ...(row.kind === 'address.create' ? describeCreation(row) : [row.kind, row.what ?? '']),
    row.isRestored ? 'restored' : '',
  ]
}

/** What was sent, and what it was about, are the user's own words. */
const describeWrite = (row: Written, tokens: Tokens): readonly string[] => [
  tokens.of('account', row.accountId),
  ...[row.operation, row.target?.noun ?? '', row.state, row.evidence ?? '', row.problem?.kind ?? ''],
  row.confirmedAt === null ? '' : 'confirmed',
  row.isRestored ? 'restored' : '',
]

const describeCreation = ({ via, state, sends, evidence, problem }: Creation): readonly string[] => [
  via,
  state,
  `sent ${sends}`,
  evidence ?? '',
  // The words of a service may repeat what it was sent.
  problem?.kind ?? '',
]

/** What was shown last: exactly that is saved. */
const shown = new WeakMap<Context, string>()

/** What helps to find a fault, without keys, notes and labels, and with numbers for whoever is named in it. */
export async function readDiagnostics(context: Context): Promise<Result<{ text: string }, AppError>> {
  const tokens = createTokens()
  const section = (title: string, body: string): string => `${title}\n${body === '' ? words.none : body}\n`
  // First what is known to name somebody: it is found again in the log.
  const accounts = await readAccounts(context, tokens)
  const fleet = await readFleet(context, tokens)
  const activity = await readActivity(context, tokens)
  const log = (await context.around.readLog()).split('\n').slice(-LOG_LINES).join('\n')
  const text = [
    `${words.title}, ${new Date(context.clock.now()).toISOString()}\n${words.lead}\n`,
    section(words.program, lines(context.around.facts())),
    section(words.stored, await readStored(context)),
    section(words.accounts, accounts),
    section(words.litemail, fleet),
    section(words.settings, await readSettings(context)),
    section(words.activity, activity),
    section(words.log, tokens.replace(log)),
  ].join('\n')
  shown.set(context, text)
  return ok({ text })
}

/** Writes the diagnostics, as they were shown, to a file that the user chooses. Null where none was chosen. */
export async function saveDiagnostics(context: Context): Promise<Result<WrittenFile, AppError>> {
  const known = shown.get(context)
  const read = known === undefined ? await readDiagnostics(context) : ok({ text: known })
  if (!read.ok) return read
  const path = await context.files.save('diagnostics', fileNames.diagnostics(context.clock.now()))
  if (path === null) return ok(null)
  const { text } = read.value
  async function* parts(): AsyncGenerator<Result<string, never>> {
    yield ok(text)
  }
  const written = await writeFile(path, parts())
  return written.ok
    ? ok({ fileName: nameOf(path), count: text.split('\n').length, bytes: written.value })
    : written
}
