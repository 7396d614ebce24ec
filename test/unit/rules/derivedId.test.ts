import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { derivedId } from '../../../src/main/rules/derivedId'

describe('a derived id', () => {
  it('is the one of the standard (RFC 9562, appendix A.4: www.example.com below the name space of DNS)', () => {
    expect(derivedId('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    )
  })

  it('is a UUID of its own for each name', () => {
    const ids = Array.from({ length: 500 }, (_, n) =>
      derivedId('7d9d2f0a-54e5-4c1e-8f7e-7f4cf0f7c1a2', String(n)),
    )
    expect(new Set(ids).size).toBe(500)
    expect(ids.every((id) => z.uuid().safeParse(id).success)).toBe(true)
  })
})
