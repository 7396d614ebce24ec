import * as z from 'zod'
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
  contentSettings,
  contentView,
  emptyPage,
} from '../store/content'

/**
 * What the lines of a backup mean. A later version may know more of them: 2 brought those of Litemail and of views, 3 those
 * of what the user corrected about operations, of what was asked of them under names, of kept messages, of what was
 * shown and copied, and of what was found out about the DNS of domains, 4 those of writes at Litemail.
 */
const CONTENT_VERSION = 4

const line = z.discriminatedUnion('is', [
  z.object({ is: z.literal('mailroom'), version: z.number().int(), madeAt: z.number().int() }),
  z.object({ is: z.literal('account'), value: contentAccount }),
  z.object({ is: z.literal('address'), value: contentAddress }),
  z.object({ is: z.literal('activity'), value: contentActivity }),
  z.object({ is: z.literal('litemail-account'), value: contentLitemailAccount }),
  z.object({ is: z.literal('fleet-note'), value: contentFleetNote }),
  z.object({ is: z.literal('view'), value: contentView }),
  z.object({ is: z.literal('api-map'), value: contentApiMap }),
  z.object({ is: z.literal('message'), value: contentMessage }),
  z.object({ is: z.literal('operation-view'), value: contentOperationView }),
  z.object({ is: z.literal('doing'), value: contentDoing }),
  z.object({ is: z.literal('dns-record'), value: contentDnsRecord }),
  z.object({ is: z.literal('dns-check'), value: contentDnsCheck }),
  z.object({ is: z.literal('loss'), value: contentLoss }),
  z.object({ is: z.literal('job'), value: contentJob }),
  z.object({ is: z.literal('job-row'), value: contentJobRow }),
  z.object({ is: z.literal('settings'), value: contentSettings }),
  z.object({ is: z.literal('end'), lines: z.number().int() }),
])
type Line = z.infer<typeof line>

/** The first line: when it was made, in epoch milliseconds. */
export const firstLine = (madeAt: number): string =>
  `${JSON.stringify({ is: 'mailroom', version: CONTENT_VERSION, madeAt } satisfies Line)}\n`
/** The last line: what is there before it is whole. */
export const lastLine = (lines: number): string => `${JSON.stringify({ is: 'end', lines } satisfies Line)}\n`

/** The lines of one page, and how many they are. */
export function linesOf(page: ContentPage): { text: string; count: number } {
  const lines: Line[] = [
    ...page.accounts.map((value) => ({ is: 'account', value }) as const),
    ...page.addresses.map((value) => ({ is: 'address', value }) as const),
    ...page.activity.map((value) => ({ is: 'activity', value }) as const),
    ...page.litemailAccounts.map((value) => ({ is: 'litemail-account', value }) as const),
    ...page.fleetNotes.map((value) => ({ is: 'fleet-note', value }) as const),
    ...page.views.map((value) => ({ is: 'view', value }) as const),
    ...page.apiMaps.map((value) => ({ is: 'api-map', value }) as const),
    ...page.messages.map((value) => ({ is: 'message', value }) as const),
    ...page.operationViews.map((value) => ({ is: 'operation-view', value }) as const),
    ...page.doings.map((value) => ({ is: 'doing', value }) as const),
    ...page.dnsRecords.map((value) => ({ is: 'dns-record', value }) as const),
    ...page.dnsChecks.map((value) => ({ is: 'dns-check', value }) as const),
    ...page.losses.map((value) => ({ is: 'loss', value }) as const),
    ...page.jobs.map((value) => ({ is: 'job', value }) as const),
    ...page.jobRows.map((value) => ({ is: 'job-row', value }) as const),
    ...(page.settings === null ? [] : [{ is: 'settings', value: page.settings } as const]),
  ]
  return { text: lines.map((one) => `${JSON.stringify(one)}\n`).join(''), count: lines.length }
}

/** Lines that are not those of a backup. */
export class ContentFailure extends Error {
  override readonly name = 'ContentFailure'
  constructor(readonly problem: 'damaged' | 'newer') {
    super(problem)
  }
}

/** No line is longer, in characters. */
const MOST_LINE = 1_000_000
/** So many rows are a page. */
const PAGE_ROWS = 200

const parseLine = (text: string): Line => {
  try {
    const parsed = line.safeParse(JSON.parse(text))
    if (parsed.success) return parsed.data
  } catch {
    // No JSON either.
  }
  throw new ContentFailure('damaged')
}

async function* splitLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of pieces) {
    const parts = (rest + piece).split('\n')
    rest = parts.pop() ?? ''
    if (rest.length > MOST_LINE) throw new ContentFailure('damaged')
    yield* parts
  }
  if (rest !== '') throw new ContentFailure('damaged')
}

/**
 * Reads the lines of a backup as pages; the moment that the first line names comes first. Throws a ContentFailure where
 * they are not whole, or not understood.
 */
export async function* readLines(
  pieces: AsyncIterable<string>,
): AsyncGenerator<{ readonly madeAt: number } | ContentPage> {
  let isBegun = false
  let isEnded = false
  let count = 0
  const held: Line[] = []
  const take = (): ContentPage => {
    const lines = held.splice(0)
    const settings = lines.findLast((one) => one.is === 'settings')?.value ?? null
    return {
      ...emptyPage,
      accounts: lines.flatMap((one) => (one.is === 'account' ? [one.value] : [])),
      addresses: lines.flatMap((one) => (one.is === 'address' ? [one.value] : [])),
      activity: lines.flatMap((one) => (one.is === 'activity' ? [one.value] : [])),
      litemailAccounts: lines.flatMap((one) => (one.is === 'litemail-account' ? [one.value] : [])),
      fleetNotes: lines.flatMap((one) => (one.is === 'fleet-note' ? [one.value] : [])),
      views: lines.flatMap((one) => (one.is === 'view' ? [one.value] : [])),
      apiMaps: lines.flatMap((one) => (one.is === 'api-map' ? [one.value] : [])),
      messages: lines.flatMap((one) => (one.is === 'message' ? [one.value] : [])),
      operationViews: lines.flatMap((one) => (one.is === 'operation-view' ? [one.value] : [])),
      doings: lines.flatMap((one) => (one.is === 'doing' ? [one.value] : [])),
      dnsRecords: lines.flatMap((one) => (one.is === 'dns-record' ? [one.value] : [])),
      dnsChecks: lines.flatMap((one) => (one.is === 'dns-check' ? [one.value] : [])),
      losses: lines.flatMap((one) => (one.is === 'loss' ? [one.value] : [])),
      jobs: lines.flatMap((one) => (one.is === 'job' ? [one.value] : [])),
      jobRows: lines.flatMap((one) => (one.is === 'job-row' ? [one.value] : [])),
      settings,
    }
  }
  for await (const text of splitLines(pieces)) {
    if (isEnded) throw new ContentFailure('damaged')
    if (!isBegun) {
      const first = parseLine(text)
      if (first.is !== 'mailroom') throw new ContentFailure('damaged')
      if (first.version > CONTENT_VERSION) throw new ContentFailure('newer')
      isBegun = true
      yield { madeAt: first.madeAt }
      continue
    }
    const found = parseLine(text)
    if (found.is === 'end') {
      if (found.lines !== count) throw new ContentFailure('damaged')
      isEnded = true
      continue
    }
    if (found.is === 'mailroom') throw new ContentFailure('damaged')
    count += 1
    held.push(found)
    if (held.length === PAGE_ROWS) yield take()
  }
  if (!isEnded) throw new ContentFailure('damaged')
  if (held.length > 0) yield take()
}
