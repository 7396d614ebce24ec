import { brokenPromises } from '../support/actions/brokenPromises'
import { type CrashPlan, type KillMoment, planCrash } from '../support/actions/crashPlan'
import { startCommand } from '../support/app/command'
import { expect, test } from '../support/app/fixture'
import { connectAndOpenList } from '../support/app/journey'
import type { App } from '../support/app/launch'
import type { Session } from '../support/desktop/session'
import { DEFAULT_KEY, type LikeDo, startLikeDo } from '../support/likedo/server'
import { ageRows, differences, readAftermath, settled, withReader } from './crash/aftermath'
import { crashed, type Scene, victims } from './crash/victims'

// Some of the seeds of test/unit/crash in the real application: processes that are killed with all their children,
// and the window that is opened after that.

const SEEDS = process.env.MAILROOM_LONG === '1' ? 200 : 20
const ELEVEN_MINUTES_MS = 11 * 60_000

const moments: Readonly<Record<KillMoment, string>> = {
  'before-sending': 'before its request has left',
  received: 'when the service has its request',
  acted: 'when the service has acted',
  answered: 'when the service has answered',
  late: 'before the service acts, which it does after it was given up',
}

type Launch = Scene['launch']

/** A profile whose account has its key in the keychain; copies of it are connected to the same server. */
async function connectedProfile(launch: () => Promise<App>): Promise<{ userData: string; port: number }> {
  const likedo = await startLikeDo()
  const app = await launch()
  await connectAndOpenList(await app.window(), likedo.origin, DEFAULT_KEY)
  await app.close()
  await likedo.close()
  return { userData: app.userData, port: likedo.port }
}

async function copyProfile(session: Session, from: string, name: string): Promise<string> {
  const to = session.makeFolder(name)
  const copied = await session.run('cp', ['-a', `${from}/.`, to])
  expect(copied).toMatchObject({ code: 0, stderr: '' })
  return to
}

const heldBy = (likedo: LikeDo) => likedo.addressesOf(DEFAULT_KEY).map(({ email }) => email)
const posts = (likedo: LikeDo) => likedo.requests.filter(({ method }) => method === 'POST').length

/** What the next start with a window makes of a crash: promises that it breaks. */
async function startAfter({ likedo, userData, launch }: Scene, plan: CrashPlan): Promise<string[]> {
  if (plan.isStartedLate) {
    await likedo.settled()
    ageRows(userData, ELEVEN_MINUTES_MS)
  }
  const sentBefore = posts(likedo)
  const app = await launch({ userData })
  const page = await app.window()
  const broken: string[] = []
  await withReader(userData, async (reader) => {
    const check = async () =>
      broken.push(...brokenPromises(await readAftermath(reader, userData), heldBy(likedo), plan))
    await check()
    await settled(reader)
    await check()
    // What the service still does late must not break a promise either.
    await likedo.settled()
    await check()
    await expect.poll(() => differences(page, reader)).toEqual([])
  })
  if (plan.isStartedLate && posts(likedo) > sentBefore)
    broken.push('a mere start sent a row older than ten minutes')
  await app.close()
  return broken
}

async function runSeed(
  seed: number,
  parts: { session: Session; launch: Launch; profile: string; port: number },
): Promise<string[]> {
  const plan = planCrash(seed)
  const victim = victims[seed % victims.length] ?? 'command'
  const likedo = await startLikeDo({ port: parts.port, canList: plan.canList })
  try {
    const userData = await copyProfile(parts.session, parts.profile, `crash-${process.pid}-${seed}`)
    const scene = { ...parts, likedo, userData }
    await crashed[victim](scene, plan)
    const broken = await startAfter(scene, plan)
    return broken.map((words) => `seed ${seed}, ${victim} (${JSON.stringify(plan)}): ${words}`)
  } finally {
    await likedo.close()
  }
}

test.describe('a process that is killed loses no address, makes none twice and shows none that is not there', () => {
  test.describe.configure({ mode: 'parallel' })

  for (const [moment, words] of Object.entries(moments)) {
    test(words, async ({ session, launch }) => {
      const seeds = Array.from({ length: SEEDS }, (_, at) => at + 1).filter(
        (seed) => planCrash(seed).moment === moment,
      )
      test.setTimeout(seeds.length * 60_000)
      const { userData: profile, port } = await connectedProfile(launch)
      const broken: string[] = []
      for (const seed of seeds) {
        broken.push(
          ...(await test.step(`seed ${seed}`, () => runSeed(seed, { session, launch, profile, port }))),
        )
      }
      expect(broken).toEqual([])
    })
  }
})

test('a command that waits for a window which is killed brings its address to an end by itself', async ({
  session,
  launch,
  likedo,
}) => {
  const app = await launch()
  await connectAndOpenList(await app.window(), likedo.origin, DEFAULT_KEY)
  likedo.next({ kind: 'hold', at: 'acted' }, { method: 'POST' })
  const command = startCommand(session, ['--new-address', '--print'], { userData: app.userData })
  await likedo.when('acted', { method: 'POST' })
  await app.kill()
  likedo.release()

  const ended = await command.ended
  expect(ended).toMatchObject({ code: 0, stderr: '' })
  expect(heldBy(likedo).map((email) => `${email}\n`)).toEqual([ended.stdout])
})
