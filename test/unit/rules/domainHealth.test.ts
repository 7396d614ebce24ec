import { describe, expect, it } from 'vitest'
import { judgeNameServers, matchChecks } from '../../../src/main/rules/domainHealth'
import type { DnsCheckFacts } from '../../../src/shared/litemail/facts'

const check = (given: Partial<DnsCheckFacts>): DnsCheckFacts => ({
  ...{ id: null, name: null, mx: true, spf: true, dkim: true, dmarc: true },
  ...given,
})
const asked = (...ids: string[]) => ids.map((id) => ({ serviceId: id, name: `${id}.example` }))

describe('name servers', () => {
  it('are the expected ones in whichever order, case and form', () => {
    expect(judgeNameServers(['NS2.a.example.', 'ns1.a.example'], ['ns1.a.example', 'ns2.a.example'])).toBe(
      true,
    )
  })
  it('are not while one is another, or is missing', () => {
    expect(judgeNameServers(['ns1.a.example', 'ns9.b.example'], ['ns1.a.example', 'ns2.a.example'])).toBe(
      false,
    )
    expect(judgeNameServers(['ns1.a.example'], ['ns1.a.example', 'ns2.a.example'])).toBe(false)
  })
  it('are not known where either was not told', () => {
    expect(judgeNameServers([], ['ns1.a.example'])).toBeNull()
    expect(judgeNameServers(['ns1.a.example'], [])).toBeNull()
    expect(judgeNameServers([' '], [''])).toBeNull()
  })
})

describe('a check', () => {
  it('is of the domain that has its id, or else its name', () => {
    const found = matchChecks(asked('a', 'b'), [
      check({ name: 'b.example', spf: false }),
      check({ id: 'a', name: 'other.example', mx: false }),
    ])
    expect(found).toMatchObject([
      { domain: 'a.example', mx: false },
      { domain: 'b.example', spf: false },
    ])
  })
  it('without either is of the one domain that was asked about, and of none of several', () => {
    expect(matchChecks(asked('a'), [check({})])).toHaveLength(1)
    expect(matchChecks(asked('a', 'b'), [check({})])).toEqual([])
    expect(matchChecks(asked('a'), [check({}), check({})])).toEqual([])
  })
  it('of a domain that nobody asked about is of nobody', () => {
    expect(matchChecks(asked('a'), [check({ id: 'z', name: 'z.example' })])).toEqual([])
  })
})
