import { expect, it } from 'vitest'
import { pageHeaders } from '../../../src/main/security/contentPolicy'

const policyOf = (nonce: string) => {
  const text = pageHeaders(nonce)['Content-Security-Policy'] ?? ''
  return new Map(
    text.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources] as const
    }),
  )
}

it('runs no script but those of this load', () => {
  expect(policyOf('abc').get('script-src')).toEqual(["'nonce-abc'"])
})

it('forbids everything that it does not allow', () => {
  const policy = policyOf('abc')
  expect(policy.get('default-src')).toEqual(["'none'"])
  const open = [...policy].filter(
    ([name, sources]) => name.endsWith('-src') && sources.some((source) => source !== "'none'"),
  )
  expect(Object.fromEntries(open)).toEqual({
    'script-src': ["'nonce-abc'"],
    'style-src': ["'self'", "'nonce-abc'"],
    'img-src': ["'self'"],
    'font-src': ["'self'"],
  })
})

it('has no source that is as good as none', () => {
  const weak = /unsafe|\*|data:|blob:|https?:|strict-dynamic/
  expect([...policyOf('abc').values()].flat().filter((source) => weak.test(source))).toEqual([])
})

it('covers what default-src does not', () => {
  const policy = policyOf('abc')
  for (const name of ['base-uri', 'form-action', 'frame-ancestors'])
    expect(policy.get(name)).toEqual(["'none'"])
  expect(policy.get('require-trusted-types-for')).toEqual(["'script'"])
  // HTML is parsed for one thing only.
  expect(policy.get('trusted-types')).toEqual(['message-frame'])
})
