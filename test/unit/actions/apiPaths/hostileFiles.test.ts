import { beforeAll, describe, expect, it } from 'vitest'
import { takeApiFile } from '../../../../src/main/actions/apiPaths/apiFiles'
import { explain } from '../../../../src/shared/text/errors'
import { explainMapIssue } from '../../../../src/shared/text/mapIssues'
import { litemailPerTest } from '../../../support/actions/litemailPerTest'
import { take } from '../../../support/actions/world'
import { hostileFiles, hostileSuggestions } from '../../../support/apiPaths/hostileFiles'
import { openAndRead } from '../../../support/apiPaths/openFile'
import { bundleForNode } from '../../store/bundleStoreWorker'
import { aFile } from '../../transfer/files'

const here = litemailPerTest()
let thread: URL
beforeAll(async () => {
  thread = await bundleForNode('src/main/transfer/apiFileThread.ts', 'api-file-thread')
})

const open = (accountId: string, path: string, deadlineMs?: number) => {
  const limit = deadlineMs === undefined ? {} : { deadlineMs }
  return openAndRead(here.world, { accountId, path }, { url: thread, ...limit })
}
/** Nothing is kept of it, and nobody was asked. */
async function demandNothing(accountId: string, before: number): Promise<void> {
  expect(take(await here.world.context.store.read('apiMaps.list', accountId))).toEqual([])
  expect(here.asked()).toHaveLength(before)
}

describe('a hostile file', () => {
  // Each of them is read in a thread of its own.
  it('is refused in words, and nothing is asked or kept: more than 20 of them', {
    timeout: 120_000,
  }, async () => {
    expect(hostileFiles.length).toBeGreaterThan(20)
    const { id } = await here.connected()
    const before = here.asked().length
    for (const { what, content, problem } of hostileFiles) {
      const opened = await open(id, aFile(content(), 'api.yaml'))
      if (opened.ok || opened.error.kind !== 'api-file') throw new Error(`taken: ${what}`)
      expect([what, opened.error.problem]).toEqual([what, problem])
      expect(explain(opened.error, 'litemail').reason).toMatch(/^(The file|These API paths) .{10,}/)
    }
    expect(here.world.context.openedFiles.size).toBe(0)
    await demandNothing(id, before)
  })

  it('that says what no operation can be is shown with the reason, is not ticked, and cannot be taken', async () => {
    const { id } = await here.connected()
    const before = here.asked().length
    for (const { what, content, operation, issue } of hostileSuggestions) {
      const opened = take(await open(id, aFile(content, 'api.json')))
      const found = opened?.suggestions.find((one) => one.operation === operation)
      expect([what, found?.isTicked, found?.issues]).toEqual([what, false, expect.arrayContaining([issue])])
      expect(explainMapIssue(issue)?.length).toBeGreaterThan(10)
      const wish = { accountId: id, file: opened?.file ?? '', operations: [operation] }
      expect(await takeApiFile(here.world.context, wish)).toMatchObject({ error: { kind: 'invalid-input' } })
    }
    await demandNothing(id, before)
  })

  it('whose parts refer to each other without end is read to a bound', async () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 30 }, (_, level) => [
        `s${level}`,
        {
          properties: Object.fromEntries(
            Array.from({ length: 30 }, (_none, index) => [
              `f${index}`,
              { $ref: `#/components/schemas/s${(level + index) % 30}` },
            ]),
          ),
        },
      ]),
    )
    const schema = { $ref: '#/components/schemas/s0' }
    const body = { content: { 'application/json': { schema } } }
    const paths = { '/tags': { post: { summary: 'Create Tag', requestBody: body } } }
    const { id } = await here.connected()
    const file = JSON.stringify({ openapi: '3.1.0', paths, components: { schemas } })
    const opened = take(await open(id, aFile(file, 'api.json')))
    expect(opened?.suggestions).toMatchObject([{ operation: 'tags.create', isTicked: false }])
  })

  it('with references out of it has nothing fetched', async () => {
    const { id } = await here.connected()
    const before = here.asked().length
    const elsewhere = { $ref: `${here.litemail.origin}/evil.json#/x` }
    const paths = {
      '/labels': {
        get: {
          summary: 'List Tags',
          parameters: [elsewhere, { name: 'page_no', in: 'query', schema: elsewhere }],
        },
        post: { summary: 'Create Tag', requestBody: elsewhere },
      },
      '/other': elsewhere,
    }
    const opened = take(await open(id, aFile(JSON.stringify({ openapi: '3.1.0', paths }), 'api.json')))
    expect(opened?.suggestions.map(({ operation }) => operation)).toEqual(['tags.list', 'tags.create'])
    await demandNothing(id, before)
  })

  it('that takes too long is given up', async () => {
    const { id } = await here.connected()
    const lines = Array.from({ length: 200_000 }, (_, index) => `k${index}: 1`)
    expect(await open(id, aFile(lines.join('\n'), 'api.yaml'), 1_000)).toEqual({
      ok: false,
      error: { kind: 'api-file', problem: 'too-much', line: null },
    })
  })
})
