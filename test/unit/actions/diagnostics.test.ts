import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDiagnostics, saveDiagnostics } from '../../../src/main/actions/diagnostics'
import { createTokens } from '../../../src/main/rules/tokens'
import { take } from '../../support/actions/world'
import { worldPerTest } from '../../support/actions/worldPerTest'
import { DEFAULT_KEY } from '../../support/likedo/server'
import { aLitemailAccount, aPart, mailboxFacts } from '../store/fleetRows'
import { NOON } from '../store/rows'

const here = worldPerTest()

describe('diagnostics', () => {
  it('name nobody: no key, address, note, label, account, server or person, in the log either', async () => {
    const account = await here.world.connect(here.likedo.origin)
    await here.world.context.store.write('accounts.update', {
      id: account.id,
      patch: { name: 'Client of mine' },
    })
    const { email } = take(await here.world.press({ wish: { note: 'Divorce lawyer', tag: 'secret-tag' } }))
    await here.world.press({ wish: { localPart: email.split('@')[0] ?? '' } })
    const log = [
      `store: failed for ${email.toUpperCase()} of Client of mine`,
      `fetch ${here.likedo.origin}/api/v1/emails/create as jo@work.example`,
      `open /home/jo/.config/Mailroom, id ${account.id}, again jo@work.example`,
    ].join('\n')
    const context = {
      ...here.world.context,
      around: { ...here.world.context.around, readLog: async () => log, facts: () => ({ version: '0.2.0' }) },
    }
    const { text } = take(await readDiagnostics(context))
    for (const secret of [
      ...[DEFAULT_KEY, email, email.split('@')[0] ?? '?', 'Divorce', 'secret-tag', 'Client', account.id],
      ...[new URL(here.likedo.origin).host, '/jo', 'work.example'],
    ]) {
      expect(text.toLowerCase(), secret).not.toContain(secret.toLowerCase())
    }
    expect(text).toContain('version: 0.2.0')
    expect(text).toMatch(/address-1 account-1 window done sent 1 answer/)
    expect(text).toMatch(/refused .*conflict/)
    // The same number is the same one.
    expect(text).toMatch(/store: failed for address-1 of account-name-1/)
    expect(text).toMatch(/as (address-\d+)\n.*again \1/)
  })

  it('say how the lists of Litemail stand, and name nobody of them', async () => {
    const { store } = here.world.context
    const account = aLitemailAccount({ name: 'Acme outreach', userId: 'user-of-acme', basePath: '/acme/v1' })
    take(await store.write('litemail.insertAccount', account))
    take(
      await store.write('operations.noteAnswer', {
        ...{ accountId: account.id, operation: 'mailboxes.list', changedAt: null },
        ...{ at: 1, problem: null, shape: null },
      }),
    )
    const key = { accountId: account.id, noun: 'mailboxes', workspaceId: 'workspace-acme' } as const
    const part = aPart(key, {
      announced: 12,
      isIncomplete: true,
      problem: { kind: 'unauthorized', message: 'acme' },
    })
    const taken = { noun: 'mailboxes', rows: [mailboxFacts('acme-1')] } as const
    take(await store.write('fleet.take', { part, taken, pass: 1, at: NOON }))
    take(await store.write('mailboxes.setNote', { id: '1', note: 'acme pays late' }))

    const { text } = take(await readDiagnostics(here.world.context))

    expect(text.toLowerCase()).not.toContain('acme')
    expect(text).toContain('server: https://api.litemail.app')
    expect(text).toContain('worked here: mailboxes.list')
    expect(text).toMatch(
      /^mailboxes account-\d workspace-1 whole never, read never kept 1 of 12 incomplete unauthorized$/m,
    )
  })

  it('are written as they were shown, and say what cannot be read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mailroom-diagnostics-'))
    here.world.chosenFiles.diagnostics = join(folder, 'report.txt')
    const broken = {
      ...here.world.context,
      store: {
        ...here.world.context.store,
        read: async () => ({ ok: false, error: { kind: 'storage', problem: 'locked' } }) as const,
      },
    }
    const { text } = take(await readDiagnostics(broken))
    expect(text).toContain('not read (storage, "locked")')
    take(await saveDiagnostics(here.world.context))
    expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toContain('Mailroom diagnostics')
    rmSync(folder, { recursive: true })
  })
})

describe('tokens', () => {
  it('stay the same for the same one, whatever the case', () => {
    const tokens = createTokens()
    expect(tokens.replace('A@b.example, c@b.example, a@B.example')).toBe('address-1, address-2, address-1')
    expect(tokens.of('address', 'a@b.example')).toBe('address-1')
  })

  it('leave what everybody has', () => {
    expect(createTokens().replace('GET https://like.do/api in 120 ms')).toBe(
      'GET https://like.do/api in 120 ms',
    )
  })

  it('take the place of servers, numbers of computers and homes', () => {
    expect(createTokens().replace('http://127.0.0.1:8080/x 10.0.0.7 /home/jo/x /home/jo/y')).toBe(
      'http://server-1/x server-2 /home/user-1/x /home/user-1/y',
    )
  })
})
