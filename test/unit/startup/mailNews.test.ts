import { expect, it } from 'vitest'
import type { MailNews } from '../../../src/main/actions/messages/mail'
import { createMailNews } from '../../../src/main/startup/mailNews'
import type { Settings } from '../../../src/shared/settings'
import type { NotificationWords } from '../../../src/shared/text/notifications'
import { take } from '../../support/actions/world'
import { worldPerTest } from '../../support/actions/worldPerTest'

const here = worldPerTest()

const NEWS: MailNews = {
  addressId: 'a',
  email: 'quiet-otter@ig.do',
  messages: [{ from: 'b@b.example', fromName: 'The Shop', subject: '482913 is your code', code: '482913' }],
}

/** What is told, what it took the place of, and whither a click led. */
async function newsWith(settings: Partial<Settings>, watched: string | null = null) {
  const { store } = here.world.context
  take(await store.write('settings.update', settings))
  const told: { words: NotificationWords; replaces: number | null | undefined }[] = []
  const led: string[] = []
  const tell = createMailNews({
    store,
    notifications: {
      canShow: async () => true,
      show: async (words, onClick, replaces) => {
        told.push({ words, replaces })
        onClick()
        return told.length
      },
    },
    isWatched: (addressId) => addressId === watched,
    lead: ({ addressId }) => led.push(addressId),
  })
  return { tell, told, led }
}

it('tells who wrote to which address, and leads there; of each address the last word only', async () => {
  const { tell, told, led } = await newsWith({ isAddressNotified: true })
  await tell(NEWS)
  await tell({ ...NEWS, addressId: 'other' })
  await tell(NEWS)
  const title = 'Mail came for quiet-otter@ig.do'
  expect(told[0]).toEqual({ words: { title, body: 'The Shop: 482913 is your code' }, replaces: null })
  expect(told.map(({ replaces }) => replaces)).toEqual([null, null, 1])
  expect(led).toEqual(['a', 'other', 'a'])
})

it('names neither code nor link while what is sensitive is hidden', async () => {
  const { tell, told } = await newsWith({ isAddressNotified: true, isSensitiveHidden: true })
  await tell(NEWS)
  expect(told[0]?.words.body).toBe('The Shop: •••••• is your code')
})

it('names neither address, sender nor subject unless its user wants addresses named', async () => {
  const { tell, told } = await newsWith({ isAddressNotified: false })
  await tell(NEWS)
  expect(JSON.stringify(told)).not.toMatch(/otter|Shop|code/)
})

it.each([
  ['somebody looks at that address', { isNotifying: true }, 'a', 0],
  ['somebody looks at another one', { isNotifying: true }, 'b', 1],
  ['notifications are paused', { isNotifying: false }, null, 0],
])('where %s it tells accordingly', async (_, settings, watched, count) => {
  const { tell, told } = await newsWith(settings, watched)
  await tell(NEWS)
  expect(told).toHaveLength(count)
})
