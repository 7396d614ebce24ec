import { expect, test } from '../support/app/fixture'
import { firstLine, goIntoTray } from '../support/app/intoTray'
import type { Session } from '../support/desktop/session'
import type { TrayPanel } from '../support/desktop/trayHost'
import { DEFAULT_KEY, type LikeDo } from '../support/likedo/server'
import type { Fault } from '../support/loopback/faults'

const POST = { method: 'POST' } as const
const UNCHANGED = 'Your clipboard was not changed.'
const refusal = (status: number, error: string): Fault => ({
  kind: 'answer',
  act: false,
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ success: false, error }),
})

interface Failure {
  readonly what: string
  readonly cause: (likedo: LikeDo) => void
  /** What makes the next creation work again, where that is not the end of one fault. */
  readonly mend?: (likedo: LikeDo) => void
  readonly words: RegExp
}

/** Every way in which a creation without a window fails at the service or on the way there. */
const failures: readonly Failure[] = [
  {
    what: 'a malformed request',
    cause: (likedo) => likedo.next(refusal(400, 'Invalid request data'), POST),
    words: /^Not created: LikeDo did not accept the request: “Invalid request data”\. Your clipboard/,
  },
  {
    what: 'a reserved name',
    cause: (likedo) => likedo.next(refusal(400, 'The provided email prefix is reserved.'), POST),
    words: /^Not created: LikeDo did not accept the request: “The provided email prefix is reserved”\. Your/,
  },
  {
    what: 'a 403 about neither domain nor quota, with marks in it',
    cause: (likedo) => likedo.next(refusal(403, 'Your <b>account</b> & plan are under review.'), POST),
    words:
      /^Not created: LikeDo did not accept the request: “Your <b>account<\/b> & plan are under review”\. Your/,
  },
  {
    what: 'a domain that the plan does not cover',
    cause: (likedo) =>
      likedo.next(
        refusal(
          403,
          'You don\'t have permission to use the domain "ig.do". Premium domains require an active Pro subscription or Lifetime plan.',
        ),
        POST,
      ),
    words: /^Not created: Your LikeDo plan does not cover ig\.do: “You don.+ Your clipboard/,
  },
  {
    what: 'a quota that is used up',
    cause: (likedo) =>
      likedo.next(refusal(403, 'You have reached your monthly limit of 50 email addresses.'), POST),
    words: /^Not created: Your LikeDo plan has no more addresses this month: “You have .+ Your clipboard/,
  },
  {
    what: 'too many requests, without an end',
    cause: (likedo) => likedo.next({ kind: 'too-many', retryAfter: 'none' }, POST),
    words: /^Not created: LikeDo says there were too many requests, not until when\. Your clipboard/,
  },
  {
    what: 'a path that the server does not know',
    cause: (likedo) => likedo.configure({ createPath: '/api/v1/emails' }),
    mend: (likedo) => likedo.configure({ createPath: '/api/v1/emails/create' }),
    words:
      /^Not created: This server does not know how Mailroom asks for an address \(404\)\. Your clipboard/,
  },
  {
    what: 'a server that nobody answers at',
    cause: (likedo) => likedo.goOffline(),
    mend: (likedo) => likedo.comeBack(),
    words: /^Not created: Nobody answers at 127\.0\.0\.1.*\. Your clipboard/,
  },
  {
    what: 'a key that is refused',
    cause: (likedo) => likedo.revokeKey(DEFAULT_KEY, 'expired'),
    words: /^Not created: LikeDo refused the API key: “Invalid or expired API key:.+ Your clipboard/,
  },
]

/** Produces each failure from the tray; `see` looks at what a user is told of it. */
async function produceAll(
  { panel, likedo, session }: { panel: TrayPanel; likedo: LikeDo; session: Session },
  see: (failure: Failure) => Promise<void>,
): Promise<void> {
  await session.writeClipboard('mine')
  for (const failure of failures) {
    await test.step(failure.what, async () => {
      failure.cause(likedo)
      await panel.press('New address')
      await expect.poll(firstLine(panel)).toMatch(failure.words)
      await see(failure)
      expect(await session.readClipboard()).toBe('mine')
      failure.mend?.(likedo)
    })
  }
  expect(likedo.addressesOf(DEFAULT_KEY)).toEqual([])
}

test('every failure is told on the bus and in the tray, and the clipboard is left alone', async ({
  panel,
  notifications,
  launch,
  likedo,
  session,
}) => {
  test.setTimeout(120_000)
  await goIntoTray(launch, likedo, panel)
  await produceAll({ panel, likedo, session }, async ({ words }) => {
    await expect.poll(() => notifications.all.some(({ body }) => words.test(body))).toBe(true)
    expect(notifications.all.every(({ body }) => body.includes(UNCHANGED))).toBe(true)
  })
})

test('without anything that shows notifications the tray tells every failure', async ({
  panel,
  launch,
  likedo,
  session,
}) => {
  test.setTimeout(120_000)
  await goIntoTray(launch, likedo, panel)
  await produceAll({ panel, likedo, session }, async () => undefined)
})

for (const manner of ['hangs', 'refuses'] as const) {
  test(`a notification server that ${manner} stops nothing`, async ({
    panel,
    notifications,
    launch,
    likedo,
    session,
  }) => {
    notifications.setManner(manner)
    await goIntoTray(launch, likedo, panel)
    const startedAt = performance.now()
    await panel.pressTimes('New address', 3)
    await expect.poll(() => likedo.addressesOf(DEFAULT_KEY)).toHaveLength(3)
    await expect.poll(firstLine(panel)).toBe(`Copied: ${likedo.addressesOf(DEFAULT_KEY)[0]?.email}`)
    expect(performance.now() - startedAt).toBeLessThan(4_000)
    expect(await session.readClipboard()).toBe(likedo.addressesOf(DEFAULT_KEY)[0]?.email)
    expect(notifications.all).toEqual([])
  })
}
