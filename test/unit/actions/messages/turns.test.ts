import { expect, it, vi } from 'vitest'
import { keepMessage } from '../../../../src/main/actions/messages/keepMessage'
import { listMessages } from '../../../../src/main/actions/messages/listMessages'
import { refreshMessages } from '../../../../src/main/actions/messages/refreshMessages'
import type * as understanding from '../../../../src/main/actions/messages/understandMessage'
import type * as largeAnswers from '../../../../src/main/upstream/litemail/largeAnswers'
import { take } from '../../../support/actions/world'
import { worldPerTest } from '../../../support/actions/worldPerTest'

/** In which turn of the event loop each message was understood. */
const turns: number[] = []
let turn = 0

vi.mock('../../../../src/main/actions/messages/understandMessage', async (original) => {
  const known = await original<typeof understanding>()
  const counted =
    <A extends unknown[], R>(act: (...given: A) => R) =>
    (...given: A): R => {
      turns.push(turn)
      return act(...given)
    }
  return {
    ...known,
    understandMessage: counted(known.understandMessage),
    understandKept: counted(known.understandKept),
  }
})

/** How many answers were handed to what reads large ones in a thread. */
let handed = 0
vi.mock('../../../../src/main/upstream/litemail/largeAnswers', async (original) => {
  const known = await original<typeof largeAnswers>()
  return {
    ...known,
    readInboxAside: (...given: Parameters<typeof known.readInboxAside>) => {
      handed += 1
      return known.readInboxAside(...given)
    },
  }
})

const here = worldPerTest()

it('understands one message a turn, so that nobody waits for all of a page of large ones', async () => {
  const { context } = here.world
  await here.world.connect(here.likedo.origin)
  const { id: addressId, email } = take(await here.world.press())
  for (let n = 0; n < 5; n++) here.likedo.deliver(email, { subject: `Message ${n}` })
  const wish = { addressId, page: 1, isOverBudgetAllowed: false }
  const count = () => {
    turn += 1
    ticking = setImmediate(count)
  }
  let ticking = setImmediate(count)
  const { rows } = take(await refreshMessages(context, wish))
  expect([turns.length, new Set(turns).size]).toEqual([5, 5])
  expect(handed).toBe(1)

  for (const { id } of rows) take(await keepMessage(context, id))
  context.mail.inboxes.clear()
  turns.length = 0
  take(await listMessages(context, wish))
  clearImmediate(ticking)
  expect([turns.length, new Set(turns).size]).toEqual([5, 5])
})
