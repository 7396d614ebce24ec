import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../../src/main/actions/context'
import { createApiPathsHandlers } from '../../../src/main/ipc/apiPathsHandlers'
import { tableMap } from '../../../src/main/rules/apiMap'
import { readFleetStatus, refreshFleet } from '../../../src/main/sync/fleet'
import { operationOf } from '../../../src/shared/litemail/operations'
import { take } from '../../support/actions/take'
import { openAndRead } from '../../support/apiPaths/openFile'
import { bundleForNode } from '../store/bundleStoreWorker'
import { simulate } from '../sync/simulation'
import { aFile } from '../transfer/files'

let thread: URL
beforeAll(async () => {
  thread = await bundleForNode('src/main/transfer/apiFileThread.ts', 'api-file-thread')
})

/** A small fleet on a clock that passes only when told to, whose user can choose a file. */
function aWorld() {
  const sim = simulate({ holds: { workspaces: 1, domains: 2, mailboxes: 5 } })
  const chosenFiles: Partial<Record<string, string>> = {}
  const files: Context['files'] = {
    open: async (what) => chosenFiles[what] ?? null,
    save: async () => null,
  }
  const context: Context = { ...sim.context, files, openedFiles: new Map() }
  return { sim, context, chosenFiles, handlers: createApiPathsHandlers(context) }
}
type World = ReturnType<typeof aWorld>

const about = (accountId: string) => ({ accountId, operation: 'tags.list' })

const description = JSON.stringify({
  ...{ openapi: '3.0.3', info: {} },
  paths: { '/tags': { get: { summary: 'List Tags', responses: {} } } },
})

/** Each way to what works again, from a path that does not. */
const ways: Readonly<Record<string, (world: World, accountId: string) => Promise<unknown>>> = {
  'the last change taken back': async ({ handlers }, id) => take(await handlers['apiPaths.undo'](about(id))),
  'the operation as the table has it': async ({ handlers }, id) =>
    take(await handlers['apiPaths.reset'](about(id))),
  'all operations as the table has them': async ({ handlers }, id) =>
    take(await handlers['apiPaths.reset']({ accountId: id, operation: null })),
  'a file': async (world, accountId) => {
    const path = aFile(description, 'api.json')
    const opened = take(await openAndRead(world, { accountId, path }, { url: thread }))
    const wish = { accountId, file: opened?.file ?? '', operations: ['tags.list'] }
    return take(await world.handlers['apiPaths.takeFile'](wish))
  },
}

describe('a list that could not be read for its path', () => {
  it.each(Object.entries(ways))('is read again at once by %s, without anybody asking', async (_, repair) => {
    const world = aWorld()
    const { sim, context, handlers } = world
    const { id } = await sim.connect()
    const tags = async () => take(await readFleetStatus(context)).parts.find(({ noun }) => noun === 'tags')
    const map = { ...tableMap(operationOf('tags.list')), path: '/nowhere' }
    take(await handlers['apiPaths.take']({ ...about(id), source: 'hand', map }))
    take(await refreshFleet(context, { accountId: id }))
    await sim.rest()
    expect(await tags()).toMatchObject({ problem: { kind: 'no-such-path' }, kept: 0 })
    await repair(world, id)
    await sim.rest()
    expect(await tags()).toMatchObject({ problem: null })
    expect((await tags())?.kept).toBeGreaterThan(0)
  })
})
