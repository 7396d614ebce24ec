import { describe, expect, it } from 'vitest'
import { takeApiPaths } from '../../../../src/main/actions/apiPaths/changeApiPaths'
import { copyAsCurl, describeRequest } from '../../../../src/main/actions/operations/describeRequest'
import { readOperationAnswer } from '../../../../src/main/actions/operations/readAnswer'
import { tableMap } from '../../../../src/main/rules/apiMap'
import type { InputField } from '../../../../src/shared/litemail/operation'
import { operationOf, operations } from '../../../../src/shared/litemail/operations'
import type { AskedOperation, FilledInput } from '../../../../src/shared/operationAnswer'
import { litemailPerTest } from '../../../support/actions/litemailPerTest'
import { take } from '../../../support/actions/world'
import { LITEMAIL_KEY } from '../../../support/litemail/server'

const here = litemailPerTest()

const asked = async (operation: string, change: Partial<AskedOperation> = {}): Promise<AskedOperation> => {
  const [known] = await here.accounts()
  const { id: accountId } = known ?? (await here.connected())
  return { accountId, operation, workspaceId: '', inputs: {}, ...change }
}
const described = async (operation: string, change: Partial<AskedOperation> = {}) =>
  take(await describeRequest(here.world.context, await asked(operation, change)))

const filled = ({ type, name }: InputField): FilledInput => {
  if (type === 'number') return 3
  return type === 'texts' || type === 'ids' ? [`${name} 1`, 'ü&?'] : `${name}/1`
}
const allInputs = (operation: string) =>
  Object.fromEntries(
    operations.find(({ id }) => id === operation)?.input.map((field) => [field.name, filled(field)]) ?? [],
  )

describe('a request that is shown', () => {
  it('is the one that arrives, for every operation that only reads', { timeout: 30_000 }, async () => {
    const workspaceId = here.litemail.holdings().workspaces[0]?.id ?? ''
    for (const { id } of operations.filter(({ effect }) => effect === 'read')) {
      const wish = { inputs: allInputs(id), workspaceId }
      const shown = await described(id, wish)
      expect(shown.missing).toEqual([])
      await readOperationAnswer(here.world.context, new Map(), await asked(id, wish))
      const arrived = here.litemail.requests.at(-1)
      expect([arrived?.method, `${here.litemail.origin}${arrived?.target}`]).toEqual([
        shown.method,
        shown.url,
      ])
      for (const { name, value } of shown.headers) {
        const sent = arrived?.headers[name.toLowerCase()]
        expect(sent).toBe(value.replace('$LITEMAIL_KEY', LITEMAIL_KEY))
      }
      expect(JSON.stringify(shown)).not.toContain(LITEMAIL_KEY)
    }
  })

  it('has what is missing in braces, for each of the 61 operations, and nothing is sent', async () => {
    await here.connected()
    const before = here.litemail.requests.length
    for (const { id, method, input } of operations) {
      const shown = await described(id)
      const needed = input.filter(({ isRequired }) => isRequired).map(({ name }) => name)
      expect(shown).toMatchObject({ missing: needed, method })
      const body: Record<string, unknown> = JSON.parse(shown.body ?? '{}')
      for (const name of needed) expect(JSON.stringify([shown.url, body])).toContain(`{${name}}`)
    }
    expect(here.litemail.requests.length).toBe(before)
  })

  it('has no secret in it that is sent: neither shown nor in the command', async () => {
    const inputs = { app: 'SMARTLEAD', email: 'ops@acme.test', password: 'open-sesame-1' }
    const shown = await described('exports.addAccount', { inputs })
    expect(JSON.parse(shown.body ?? '')).toEqual({ ...inputs, password: '{password}' })
    expect(shown.missing).toEqual([])
    expect(JSON.stringify(shown)).not.toContain('open-sesame-1')
  })

  it('says the key as the account does, and as a map has it', async () => {
    const keyIn = (headers: readonly { readonly name: string; readonly value: string }[]) =>
      headers.filter(({ value }) => value.includes('$'))
    expect(keyIn((await described('tags.list')).headers)).toEqual([
      { name: 'x-api-key', value: '$LITEMAIL_KEY' },
    ])
    const { accountId } = await asked('tags.list')
    const map = { ...tableMap(operationOf('tags.list')), authentication: 'jwt' as const }
    const changes = [{ operation: 'tags.list', map }]
    expect(await described('tags.list')).toMatchObject({ askedSince: null, keyVariable: '$LITEMAIL_KEY' })
    take(await takeApiPaths(here.world.context, { accountId, source: 'hand', changes }))
    expect((await described('tags.list')).askedSince).toEqual(expect.any(Number))
    expect(keyIn((await described('tags.list')).headers)).toEqual([
      { name: 'Authorization', value: 'Bearer $LITEMAIL_KEY' },
    ])
    const likedo = await here.world.connect('http://127.0.0.1:9')
    const create = await described('addresses.create', { accountId: likedo.id, workspaceId: 'w' })
    const keyVariable = '$LIKEDO_KEY'
    expect(create).toMatchObject({ method: 'POST', body: '{"email":"{email}"}', keyVariable })
    expect(keyIn(create.headers)).toEqual([{ name: 'Authorization', value: 'Bearer $LIKEDO_KEY' }])
    expect(create.headers.map(({ name }) => name)).not.toContain('x-workspace-key')
  })

  it('names what the map leaves out', async () => {
    const { accountId } = await asked('mailboxes.list')
    const table = tableMap(operationOf('mailboxes.list'))
    expect((await described('mailboxes.list')).leftOut).toEqual([])
    const { contains: _contains, ...inputs } = table.inputs
    const changes = [{ operation: 'mailboxes.list', map: { ...table, inputs } }]
    take(await takeApiPaths(here.world.context, { accountId, source: 'hand', changes }))
    expect((await described('mailboxes.list')).leftOut).toEqual(['contains'])
  })

  it('goes on the clipboard as a command without the key', async () => {
    take(await copyAsCurl(here.world.context, await asked('tags.list', { inputs: { page: 2 } })))
    const [copied = ''] = here.world.copied
    expect(copied).toContain(`curl '${here.litemail.origin}/v1/tags?page=2'`)
    expect(copied).toContain('"x-api-key: $LITEMAIL_KEY"')
    expect(copied).not.toContain(LITEMAIL_KEY)
  })

  it('is none for an input that the operation does not have, or a workspace that no header can carry', async () => {
    const { context } = here.world
    const strange = await asked('tags.list', { inputs: { surprise: 'x' } })
    expect(await describeRequest(context, strange)).toMatchObject({ error: { kind: 'invalid-input' } })
    const broken = await asked('tags.list', { workspaceId: 'a\r\nb: c' })
    expect(await describeRequest(context, broken)).toMatchObject({ error: { kind: 'invalid-input' } })
  })
})
