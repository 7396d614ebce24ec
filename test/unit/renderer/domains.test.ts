import { describe, expect, it } from 'vitest'
import { moveDomain, removeDomain, setTier } from '../../../src/renderer/views/settings/domains'
import { defaultSettings, settings } from '../../../src/shared/settings'

const names = ({ domains }: { readonly domains: readonly { readonly domain: string }[] }) =>
  domains.map(({ domain }) => domain)

describe('The list of domains', () => {
  it('moves one up or down', () => {
    expect(names(moveDomain(defaultSettings, 2, -1))).toEqual(['ig.do', 'uv.do', 'kfc.sh'])
    expect(names(moveDomain(defaultSettings, 0, 1))).toEqual(['kfc.sh', 'ig.do', 'uv.do'])
  })

  it('leaves the ends where they are', () => {
    expect(names(moveDomain(defaultSettings, 0, -1))).toEqual(names(defaultSettings))
    expect(names(moveDomain(defaultSettings, 2, 1))).toEqual(names(defaultSettings))
  })

  it('makes the first one left the default when the default is removed', () => {
    expect(removeDomain(defaultSettings, 'ig.do').defaultDomain).toBe('kfc.sh')
    expect(removeDomain(defaultSettings, 'uv.do').defaultDomain).toBe('ig.do')
  })

  it('changes for whom one is', () => {
    expect(setTier(defaultSettings, 'kfc.sh', 'everyone').domains[1]).toEqual({
      domain: 'kfc.sh',
      tier: 'everyone',
    })
  })

  it('stays something that main takes', () => {
    for (const change of [moveDomain(defaultSettings, 1, 1), removeDomain(defaultSettings, 'ig.do')]) {
      expect(settings.safeParse({ ...defaultSettings, ...change }).success).toBe(true)
    }
  })
})
