import type { Session } from '../test/support/desktop/session'
import { fillProfile } from '../test/support/profile/fill'

const DAY_MS = 86_400_000
const SHOPS = [
  'library',
  'bakery',
  'café',
  'railway',
  'museum',
  'harbour',
  'garden',
  'cinema',
  'market',
  'school',
]

/** Makes a profile with one account and so many addresses of the last year, all of them settled; answers its folder. */
export async function fillAddresses(session: Session, rows: number): Promise<string> {
  const userData = session.makeFolder(`mailroom-${rows}`)
  await fillProfile(session.account, userData, async (filler) => {
    const account = await filler.account({ name: 'LikeDo' })
    const now = Date.now()
    const presses = Array.from(
      { length: rows },
      (_, index) =>
        ({
          email: `measured-address-${String(index).padStart(6, '0')}@ig.do`,
          note: index % 3 === 0 ? '' : `What the ${SHOPS[index % SHOPS.length]} of street ${index} got`,
          at: now - Math.round(((index + 1) / rows) * 365 * DAY_MS),
          ending: { state: 'done' },
        }) as const,
    )
    // Many at once: the store's thread takes them in order, and none waits for the answer to the one before.
    for (let from = 0; from < presses.length; from += 500) {
      await Promise.all(presses.slice(from, from + 500).map((press) => filler.press(account, press)))
    }
  })
  return userData
}
