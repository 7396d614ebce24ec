import { setTimeout as pause } from 'node:timers/promises'
import { expect } from '@playwright/test'
import type { CrashPlan } from '../../support/actions/crashPlan'
import { faultOf } from '../../support/actions/crashPlan'
import { runCommand, startCommand } from '../../support/app/command'
import { pressNewAddress } from '../../support/app/journey'
import type { App } from '../../support/app/launch'
import type { Session } from '../../support/desktop/session'
import type { LikeDo } from '../../support/likedo/server'
import type { Match } from '../../support/loopback/arrivals'

/** Whose process is killed: a command's without a window, or the window's. */
export const victims = ['command', 'window'] as const
export type Victim = (typeof victims)[number]

export interface Scene {
  readonly session: Session
  readonly likedo: LikeDo
  readonly userData: string
  readonly launch: (options: { readonly userData: string }) => Promise<App>
}

/** Presses as planned, and kills the process and all its children while the last press is under way. */
export const crashed: Readonly<Record<Victim, (scene: Scene, plan: CrashPlan) => Promise<void>>> = {
  async command({ session, likedo, userData }, plan) {
    const words = (name: string | null) => [
      '--new-address',
      '--print',
      '--timeout=1',
      ...(name === null ? [] : [`--local-part=${name}`]),
    ]
    for (const name of plan.presses.slice(0, -1)) await runCommand(session, words(name), { userData })
    const last = lineUp(likedo, plan)
    const command = startCommand(session, words(plan.presses.at(-1) ?? null), { userData })
    // A command has to start first: the moments before its request spread over all of that.
    await momentOf(plan, { likedo, last, ended: command.ended, killAfterMs: plan.killAfterMs * 20 })
    await command.kill()
    await expectUntaken(plan, likedo)
    likedo.release()
  },

  async window({ launch, likedo, userData }, plan) {
    const app = await launch({ userData })
    for (const name of plan.presses.slice(0, -1)) {
      const next = { method: 'POST', after: latestOf(likedo) }
      await press(app, name)
      await likedo.when('answered', next)
      const page = await app.window()
      // Where a refusal has kept the dialog open.
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await expect(page.getByRole('button', { name: 'New address', exact: true })).toBeVisible()
    }
    const last = lineUp(likedo, plan)
    await press(app, plan.presses.at(-1) ?? null)
    await momentOf(plan, { likedo, last, ended: app.exited, killAfterMs: plan.killAfterMs })
    await app.kill()
    await expectUntaken(plan, likedo)
    likedo.release()
  },
}

const latestOf = (likedo: LikeDo): number => likedo.requests.at(-1)?.number ?? 0

/** What the service does with the next write, which is the last press. */
function lineUp(likedo: LikeDo, plan: CrashPlan): Match {
  const last = { method: 'POST', after: latestOf(likedo) }
  const fault = faultOf(plan)
  if (fault !== null) likedo.next(fault, last)
  return last
}

async function press(app: App, name: string | null): Promise<void> {
  const page = await app.window()
  if (name === null) return pressNewAddress(page)
  await page.getByRole('button', { name: 'New address with…' }).click()
  const dialog = page.getByRole('dialog', { name: 'New address with…' })
  await dialog.getByLabel('Local part').fill(name)
  await dialog.getByRole('button', { name: 'Create' }).click()
}

/** Nobody takes the answer, whenever it comes: so the process, with what it had to carry it, did die while it waited. */
async function expectUntaken({ moment }: CrashPlan, likedo: LikeDo): Promise<void> {
  if (moment !== 'received' && moment !== 'acted') return
  await expect
    .poll(() => likedo.requests.filter(({ method }) => method === 'POST').at(-1)?.ended)
    .toBe('client')
}

interface Awaited {
  readonly likedo: LikeDo
  readonly last: Match
  /** The process came to its end by itself. */
  readonly ended: Promise<unknown>
  readonly killAfterMs: number
}

async function momentOf(plan: CrashPlan, { likedo, last, ended, killAfterMs }: Awaited): Promise<void> {
  switch (plan.moment) {
    case 'before-sending':
      await Promise.race([ended, pause(killAfterMs)])
      break
    case 'late':
      // The service acts seconds after the client has given up; the process dies somewhere in between.
      await Promise.race([ended, likedo.when('ended', last, 30_000).then(() => pause(plan.killAfterMs * 20))])
      break
    default:
      await Promise.race([ended, likedo.when(plan.moment, last, 30_000)])
  }
}
