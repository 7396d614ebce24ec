import { expect, it } from 'vitest'
import * as z from 'zod'
import { events, methods } from '../../../src/shared/contract'

/** Names under which a secret would stand. */
const secret = /(^|\.)(key|(\w*)(apiKey|token|secret|seed|password|passphrase|credential))s?$/i

/** Every place in a schema, as a path. */
function places(schema: z.ZodType): string[] {
  const walk = (node: unknown, path: string): string[] => {
    if (typeof node !== 'object' || node === null) return []
    const inside = Object.entries(node).flatMap(([name, part]) => {
      if (name === 'properties' && typeof part === 'object' && part !== null)
        return Object.entries(part).flatMap(([field, value]) => [
          `${path}.${field}`,
          ...walk(value, `${path}.${field}`),
        ])
      return walk(part, path)
    })
    return inside
  }
  return walk(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }), '')
}

it('finds a key where there is one, so that it can be trusted where it finds none', () => {
  const input = z.toJSONSchema(methods['accounts.add'].input, { io: 'input', unrepresentable: 'any' })
  expect(Object.keys(input.properties ?? {})).toContain('key')
  expect(
    places(z.object({ a: z.array(z.object({ apiKey: z.string() })) })).some((path) => secret.test(path)),
  ).toBe(true)
})

it('one answer of main has places for secrets, and no other answer and no event', () => {
  const outputs = Object.entries(methods).map(([name, { output }]) => ({ name, schema: output }))
  const told = Object.entries(events).map(([name, schema]) => ({ name, schema }))
  const holding = [...outputs, ...told]
    .map(({ name, schema }) => ({ name, secrets: places(schema).filter((path) => secret.test(path)) }))
    .filter(({ secrets }) => secrets.length > 0)
  expect(holding).toEqual([{ name: 'credentials.reveal', secrets: ['.password', '.appPassword'] }])
})

it('takes no field that it does not name, in any input', () => {
  for (const [name, { input }] of Object.entries(methods)) {
    for (const shape of input instanceof z.ZodDiscriminatedUnion ? input.options : [input]) {
      const parsed = z.safeParse(shape, { surplus: 1 })
      expect({ name, isRefused: !parsed.success }).toEqual({ name, isRefused: true })
      const issues = parsed.success ? [] : parsed.error.issues.map(({ code }) => code)
      expect({ name, issues }).toMatchObject({ issues: expect.arrayContaining(['unrecognized_keys']) })
    }
  }
})
