import { expect, it } from 'vitest'
import { changeSettings } from '../../../../src/main/actions/changeSettings'
import { keepMessage } from '../../../../src/main/actions/messages/keepMessage'
import { listMessages } from '../../../../src/main/actions/messages/listMessages'
import {
  copyCode,
  findLink,
  readFormatted,
  readMessage,
} from '../../../../src/main/actions/messages/readMessage'
import { refreshMessages } from '../../../../src/main/actions/messages/refreshMessages'
import { take } from '../../../support/actions/world'
import { worldPerTest } from '../../../support/actions/worldPerTest'

const here = worldPerTest()
const HIDDEN = { ok: false, error: { kind: 'hidden', why: 'sensitive' } }

const hide = async (isSensitiveHidden: boolean) =>
  take(await changeSettings(here.world.context, { isSensitiveHidden }))

const aMessage = async () => {
  await here.world.connect(here.likedo.origin)
  const { id: addressId, email } = take(await here.world.press())
  here.likedo.deliver(email, {
    subject: '482913 is your code',
    text: 'Use 482 913, or https://a.example/confirm?t=secret',
    html: '<b>482913</b>',
    attachments: '[{"filename":"code 482913.pdf"}]',
  })
  const wish = { addressId, page: 1, isOverBudgetAllowed: false }
  const { rows } = take(await refreshMessages(here.world.context, wish))
  return { addressId, id: rows[0]?.id ?? '', wish }
}

it('gives no window a code or a link while what is sensitive is hidden, and says so', async () => {
  const { addressId, id, wish } = await aMessage()
  const { context } = here.world
  await hide(true)
  const list = take(await listMessages(context, { addressId, page: 1 }))
  const again = take(await refreshMessages(context, wish))
  const message = take(await readMessage(context, id))
  expect(JSON.stringify([list, again, message])).not.toMatch(/482 ?913|secret|a\.example/)
  expect(list.rows).toMatchObject([
    { subject: '•••••• is your code', code: null, link: null, isMasked: true },
  ])
  expect(message).toMatchObject({
    text: 'Use ••••••, or ••••••',
    links: [],
    isFormatted: false,
    isMasked: true,
    attached: [{ name: 'code ••••••.pdf' }],
  })
})

it('copies, opens and formats nothing while it is hidden', async () => {
  const { id } = await aMessage()
  const { context, copied } = here.world
  const before = [...copied]
  await hide(true)
  expect(await copyCode(context, id)).toEqual(HIDDEN)
  expect(await findLink(context, id, 0)).toEqual(HIDDEN)
  expect(await readFormatted(context, id)).toEqual(HIDDEN)
  expect(copied).toEqual(before)
})

it('shows them again as they are afterwards, also where the message was kept meanwhile', async () => {
  const { id } = await aMessage()
  const { context } = here.world
  await hide(true)
  take(await keepMessage(context, id))
  context.mail.inboxes.clear()
  await hide(false)
  expect(take(await readMessage(context, id))).toMatchObject({
    subject: '482913 is your code',
    code: '482913',
    text: 'Use 482 913, or https://a.example/confirm?t=secret',
    isMasked: false,
    isKept: true,
  })
  take(await copyCode(context, id))
  expect(here.world.copied.at(-1)).toBe('482913')
})

it('tells windows that show messages to ask again', async () => {
  const { changed } = here.world
  changed.length = 0
  await hide(true)
  expect(changed).toContain('messages')
  changed.length = 0
  take(await changeSettings(here.world.context, { isNotifying: false }))
  expect(changed).not.toContain('messages')
})
