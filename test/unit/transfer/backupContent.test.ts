import { describe, expect, it } from 'vitest'
import { type ContentPage, emptyPage } from '../../../src/main/store/content'
import {
  ContentFailure,
  firstLine,
  lastLine,
  linesOf,
  readLines,
} from '../../../src/main/transfer/backupContent'
import { mailboxesByAddress } from '../../../src/shared/mailbox'

const ACCOUNT = '5f2c1d1e-8d0e-4a54-9a55-0f2f4e3b9a01'

const readAll = async (text: string) => {
  async function* pieces() {
    yield text
  }
  const found: unknown[] = []
  for await (const page of readLines(pieces())) found.push(page)
  return found
}

/** As Mailroom wrote them before it knew of Litemail. */
const OF_VERSION_1 = [
  '{"is":"mailroom","version":1,"madeAt":1773057600000}',
  `{"is":"account","value":{"id":"${ACCOUNT}","service":"likedo","name":"Mine","origin":"https://like.do","plan":"free","requestsPerHour":null,"keyEndsOn":null,"isDefault":true,"keyGeneration":1,"canList":null,"createPath":"/api/v1/emails/create","createdAt":1773057600000,"removedAt":null}}`,
  `{"is":"address","value":{"id":"a-1","accountId":"${ACCOUNT}","email":"one.two@ig.do","note":"shop","tag":null,"via":"window","knownBy":"answer","serviceId":null,"at":1773057600000,"hiddenAt":null,"listedAt":null,"labels":["Shop"]}}`,
  '{"is":"settings","value":{"theme":"dark"}}',
  '{"is":"end","lines":3}',
  '',
].join('\n')

describe('the lines of a backup', () => {
  it('of an earlier Mailroom are read as they were meant', async () => {
    const [first, page] = await readAll(OF_VERSION_1)
    expect(first).toEqual({ madeAt: 1_773_057_600_000 })
    expect(page).toMatchObject({
      accounts: [{ id: ACCOUNT, name: 'Mine' }],
      addresses: [{ email: 'one.two@ig.do', labels: ['Shop'] }],
      settings: { theme: 'dark' },
      litemailAccounts: [],
      fleetNotes: [],
      views: [],
    })
  })

  it('bring Litemail accounts, notes and views as they were written', async () => {
    const page: ContentPage = {
      ...emptyPage,
      litemailAccounts: [
        {
          ...{ id: ACCOUNT, service: 'litemail', name: 'Fleet', origin: 'https://api.litemail.app' },
          ...{ basePath: '/v1', authentication: 'jwt', userId: 'u', userEmail: null, keyEndsAt: 5 },
          ...{ keyGeneration: 2, createdAt: 3, removedAt: null },
        },
      ],
      fleetNotes: [{ accountId: ACCOUNT, kind: 'mailbox', key: 'a/b?c\n"', note: 'two\nlines' }],
      views: [{ list: 'mailboxes', name: 'Mine', view: mailboxesByAddress }],
    }
    const { text, count } = linesOf(page)
    expect(await readAll(firstLine(7) + text + lastLine(count))).toEqual([{ madeAt: 7 }, page])
  })

  it('never have a word of where a key is', async () => {
    const withKey = { keyKept: 'keychain', keyStanding: 'accepted' }
    const account = {
      ...{ id: ACCOUNT, service: 'litemail', name: 'Fleet', origin: 'https://api.litemail.app' },
      ...{ basePath: '/v1', authentication: 'jwt', userId: 'u', userEmail: null, keyEndsAt: 5 },
      ...{ keyGeneration: 2, createdAt: 3, removedAt: null, ...withKey },
    }
    const line = JSON.stringify({ is: 'litemail-account', value: account })
    const [, page] = await readAll(`${firstLine(7)}${line}\n${lastLine(1)}`)
    expect(JSON.stringify(page)).not.toMatch(/keyKept|keyStanding/)
  })

  it('of a later Mailroom are told from damaged ones', async () => {
    const later = OF_VERSION_1.replace('"version":1', '"version":99')
    await expect(readAll(later)).rejects.toEqual(new ContentFailure('newer'))
    const unknown = OF_VERSION_1.replace('"is":"settings"', '"is":"something"')
    await expect(readAll(unknown)).rejects.toEqual(new ContentFailure('damaged'))
  })
})
