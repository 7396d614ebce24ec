import { describe, expect, it } from 'vitest'
import { samplePerTest } from './samplePerTest'

const { held, cells, write, run, pass } = samplePerTest()

describe('what is written in sample data', () => {
  it('takes what it costs from the wallet, which is recharged as its user wished', async () => {
    const of = await held()
    const balance = async () =>
      Number(/walletBalance[^\d]+([\d.]+)/.exec(await cells('wallet.balance', of))?.[1])
    const mailbox = (username: string) => ({
      domainId: of.domain,
      firstName: 'Ida',
      lastName: 'Vik',
      username,
    })
    const before = await balance()
    await write('wallet.autoRecharge', of.workspaceId, {
      ...{ enable: false, threshold: 0, minimumRechargeAmount: 0 },
    })
    expect(await write('mailboxes.create', of.workspaceId, mailbox('one'))).toEqual(['done'])
    expect(await balance()).toBe(before - 3.5)
    const domain = { domainName: 'dear.example', years: 10, useWallet: true }
    const [refused] = await write('domains.register', of.workspaceId, domain)
    expect(refused).toContain('Insufficient wallet balance')
    await write('wallet.autoRecharge', of.workspaceId, {
      ...{ enable: true, threshold: 20, minimumRechargeAmount: 100 },
    })
    expect(await write('domains.register', of.workspaceId, domain)).toEqual(['done'])
    expect(await balance()).toBe(before - 3.5 - 90 + 100)
  })

  it('has no name, address or page that could be somebody’s', async () => {
    const { workspaceId, domain } = await held()
    const refused = [
      await write('domains.connect', workspaceId, { domainNames: ['acme.com'] }),
      await write('domains.addDmarc', workspaceId, { domainIds: [domain], email: 'dmarc@acme.com' }),
      await write('domains.addForwarding', workspaceId, {
        ...{ domainIds: [domain], forwardTo: 'https://acme.com/x.example' },
      }),
    ]
    for (const [ended] of refused) expect(ended).toContain('Sample data has only names that end in .example')
    const answer = await run('wallet.addBalance', { amount: 50 })
    expect(answer?.link?.host).toMatch(/\.example$/)
  })

  it('verifies the name servers of a new domain after a minute', async () => {
    const of = await held()
    const domainName = 'new-fjord.example'
    await write('domains.connect', of.workspaceId, { domainNames: [domainName] })
    expect(await cells('domains.verifyNameServers', of, { domainName })).toContain('false')
    pass(61_000)
    expect(await cells('domains.verifyNameServers', of, { domainName })).toContain('true')
  })
})
