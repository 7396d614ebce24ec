import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { goldenOperation, goldenOperations } from '../../support/litemail/golden'

/*
 * The examples are what two programs are held to that were written apart: the service of the tests, and Mailroom.
 */

const root = resolve(import.meta.dirname, '../../..')

/** The modules of a folder, and what each imports: own files by their path below the repository. */
const importsIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => {
      const path = join(root, folder, file)
      const specifiers = readFileSync(path, 'utf8').matchAll(/(?:from|import\(?)\s*['"]([^'"]+)['"]/g)
      return [...specifiers].map(([, specifier = '']) => ({
        file: join(folder, file),
        target: specifier.startsWith('.') ? relative(root, join(dirname(path), specifier)) : specifier,
      }))
    })

describe('the golden examples', () => {
  it('are never imported by Mailroom, nor is anything else of the tests', () => {
    const imports = importsIn('src')

    expect(imports.length).toBeGreaterThan(500)
    expect(imports.filter(({ target }) => /^test\/|golden/.test(target))).toEqual([])
  })

  it('and the service that is made of them take nothing from Mailroom', () => {
    const imports = [...importsIn('test/support/litemail'), ...importsIn('test/support/loopback')]

    expect(imports.map(({ target }) => target)).toContain('test/support/litemail/litemail.golden.json')
    expect(imports.filter(({ target }) => target.startsWith('src/'))).toEqual([])
  })

  it('are asked for at the path of their operation, with a key', () => {
    for (const { path, request } of goldenOperations) {
      const pattern = `^/v1${path.replace('{id}', '[^/?]+')}(\\?|$)`
      expect(request.target).toMatch(new RegExp(pattern))
      expect(request.headers['x-api-key']).toMatch(/^lm_live_/)
    }
  })

  it('are word for word what the documentation shows, where it shows anything', () => {
    const upgrade = goldenOperation('subscriptions.upgrade')
    expect([upgrade.request.body, upgrade.answer]).toEqual([
      { newPlan: 'Pro' },
      {
        status: 200,
        body: {
          status: 200,
          message: 'Subscription upgraded successfully',
          data: { id: 'sub_1', oldPlan: 'Basic', newPlan: 'Pro', upgradedAt: '2025-10-04T16:00:00Z' },
        },
      },
    ])
    const save = goldenOperation('cloudflare.save')
    const zone = { id: 'zone_abc123', name: 'b2bforcelabs.com', status: 'active', isConnected: false }
    expect(save.answer.body).toEqual({
      success: true,
      message: 'Cloudflare credentials saved successfully.',
      data: { hasCredentials: true, credentials: save.request.body, domains: [zone], totalDomains: 1 },
    })
  })
})
