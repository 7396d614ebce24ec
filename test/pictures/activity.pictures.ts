import type { PressKept } from '../support/profile/fill'
import { DAY, HOUR, MINUTE } from './support/moments'
import { expect, type Scene, test } from './support/scene'

async function openActivity({ page }: Scene): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Activity' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible()
}

const outcomes = (): PressKept[] => {
  const at = (agoMs: number) => Date.now() - agoMs
  return [
    { email: 'brave-teapot-553@ig.do', via: 'command', at: at(14 * MINUTE), ending: 'waiting' },
    { email: 'quiet-lantern-207@ig.do', at: at(20 * MINUTE), ending: { state: 'done' } },
    {
      email: 'sunny-ladder-190@ig.do',
      via: 'menu',
      at: at(50 * MINUTE),
      ending: { state: 'unconfirmed', problem: { kind: 'timeout', afterMs: 10_000 } },
    },
    { email: 'plain-kettle-641@ig.do', at: at(2 * HOUR), ending: { state: 'done', evidence: 'list' } },
    {
      email: 'nimble-anchor-376@ig.do',
      unanswered: 1,
      at: at(3 * HOUR),
      ending: { state: 'done', evidence: 'second-sending' },
    },
    {
      email: 'garden.club@ig.do',
      drawnBits: 0,
      unanswered: 1,
      at: at(5 * HOUR),
      ending: { state: 'done', evidence: 'user' },
    },
    {
      email: 'humble-willow-529@ig.do',
      takenNames: ['quiet-otter-417@ig.do', 'amber-thistle-884@ig.do'],
      at: at(1 * DAY),
      ending: { state: 'done' },
    },
    {
      email: 'john.smith@ig.do',
      drawnBits: 0,
      at: at(2 * DAY),
      ending: { state: 'refused', problem: { kind: 'conflict', email: 'john.smith@ig.do' } },
    },
    {
      email: 'early-finch-655@kfc.sh',
      at: at(3 * DAY),
      ending: {
        state: 'refused',
        problem: {
          kind: 'not-in-plan',
          domain: 'kfc.sh',
          message:
            'You don\'t have permission to use the domain "kfc.sh". Premium domains require an active Pro subscription or Lifetime plan.',
        },
      },
    },
    {
      email: 'icy-meadow-790@ig.do',
      via: 'command',
      at: at(40 * DAY),
      ending: { state: 'dropped', problem: { kind: 'no-connection', reason: 'refused', host: 'like.do' } },
    },
    {
      email: 'tidy-acorn-870@ig.do',
      at: at(41 * DAY),
      ending: { state: 'dropped', problem: { kind: 'given-up' } },
    },
  ]
}

test('activity-empty', async ({ openConnected }) => {
  const scene = await openConnected()
  await openActivity(scene)
  await expect(scene.page.getByText('Nothing yet')).toBeVisible()
  await scene.picture('activity-empty')
})

test('activity-filled', async ({ openFilled }) => {
  const scene = await openFilled(async (filler) => {
    const account = await filler.account({})
    for (const press of outcomes()) await filler.press(account, press)
    await filler.turnedAway({ kind: 'no-account' }, Date.now() - 60 * DAY)
  })
  await openActivity(scene)
  const { page, picture } = scene
  await expect(page.getByRole('grid', { name: 'Activity' })).toBeVisible()
  await picture('activity-filled')
  await page.getByRole('grid', { name: 'Activity' }).getByRole('row').nth(1).focus()
  await page.keyboard.press('End')
  await expect(page.getByText('no name was drawn')).toBeVisible()
  await picture('activity-filled-end')
})

test('activity-long', async ({ openFilled }) => {
  const scene = await openFilled(async (filler) => {
    const account = await filler.account({ name: 'The account of the bookkeeping department, second floor' })
    const words = 'The service has a great deal to say about this. '.repeat(20)
    await filler.press(account, {
      email: `${'long-name-'.repeat(6)}end@mail.a-domain-with-a-long-name.example`,
      at: Date.now() - 5 * MINUTE,
      takenNames: Array.from({ length: 4 }, (_, n) => `a-name-that-was-taken-${n}@ig.do`),
      ending: {
        state: 'refused',
        problem: {
          kind: 'rejected',
          operation: 'addresses.create',
          status: 400,
          message: words,
          remarks: [],
        },
      },
    })
  })
  await openActivity(scene)
  await expect(scene.page.getByRole('grid', { name: 'Activity' })).toBeVisible()
  await scene.picture('activity-long')
})
