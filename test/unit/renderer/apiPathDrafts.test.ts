import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { tableMap } from '../../../src/main/rules/apiMap'
import { pathDetails, useApiPaths } from '../../../src/renderer/state/apiPaths'
import { useNotices } from '../../../src/renderer/state/notices'
import { discardDraft, draftPath, takeDraft, usePathDrafts } from '../../../src/renderer/state/pathDrafts'
import { typeSample, usePathSamples } from '../../../src/renderer/state/pathSamples'
import type { ApiMap } from '../../../src/shared/apiMap'
import type { ApiPath } from '../../../src/shared/apiPath'
import { operationOf } from '../../../src/shared/litemail/operations'
import { err, ok } from '../../../src/shared/result'

const account = { id: 'a', name: 'Agency', service: 'litemail' } as const
const list = operationOf('domains.list')
const mapAt = (path: string) => ({ ...tableMap(list), path })
const KEY = 'a/domains.list'
const draft = () => usePathDrafts.getState()[KEY]

const deferred = () => {
  let resolve: (value: unknown) => void = () => {}
  const promise = new Promise<unknown>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

/** What main answers to a method, each time it is asked. */
let answers: Record<string, (input: { map?: ApiMap; text?: string }) => unknown> = {}

const row: ApiPath = {
  ...{ operation: list.id, group: list.group, title: list.titles[0], effect: list.effect },
  ...{ standing: 'guessed', workedAt: null, method: 'GET', path: '/v2/domains', isChanged: true, last: null },
}

describe('A draft of an API path', () => {
  beforeEach(() => {
    answers = { 'apiPaths.judge': () => ok({}) }
    vi.stubGlobal('window', {
      bridge: { call: async (method: string, input: object) => answers[method]?.(input) ?? ok([]) },
    })
    usePathDrafts.setState({}, true)
    usePathSamples.setState({}, true)
    useNotices.setState({ notices: [] })
    useApiPaths.setState({ accountId: 'a', rows: [{ ...row, path: '/domains', isChanged: false }] })
  })
  afterEach(() => vi.unstubAllGlobals())

  it('is judged by main, and only the answer about what was typed last counts', async () => {
    const slow = deferred()
    answers['apiPaths.judge'] = ({ map }) =>
      map?.path === '/a/..' ? slow.promise : err({ kind: 'invalid-input', issues: ['path: percent'] })
    const first = draftPath('a', list.id, { map: mapAt('/a/..'), source: 'hand' })
    await draftPath('a', list.id, { map: mapAt('/a%'), source: 'hand' })
    slow.resolve(err({ kind: 'invalid-input', issues: ['path: dots'] }))
    await first
    expect(draft()).toMatchObject({ map: { path: '/a%' }, issues: ['path: percent'] })
  })

  it('is gone once it is taken, and its row is as main answered', async () => {
    answers['apiPaths.take'] = () => ok(row)
    answers['apiPaths.list'] = () => ok([row])
    await draftPath('a', list.id, { map: mapAt('/v2/domains'), source: 'curl' })
    expect(await takeDraft(account, list.id)).toBe(true)
    expect(draft()).toBeUndefined()
    expect(useApiPaths.getState().rows).toEqual([row])
    expect(useNotices.getState().notices[0]?.words).toBe('Retrieve Domains is asked so from now on.')
  })

  it('that its sample confirms is told so', async () => {
    answers['apiPaths.take'] = () => ok({ ...row, isChanged: false, standing: 'documented' })
    const map = tableMap(list)
    answers['apiPaths.get'] = () =>
      ok({ operation: list.id, map, table: map, canUndo: false, source: null, lastShape: null })
    pathDetails.open(KEY)
    await pathDetails.refresh()
    await draftPath('a', list.id, { map, source: 'curl' })
    expect(await takeDraft(account, list.id)).toBe(true)
    expect(useNotices.getState().notices[0]?.words).toBe(
      'Retrieve Domains is asked as its documentation shows it.',
    )
    pathDetails.close()
  })

  it('stays where it is not taken, with what stands against it', async () => {
    answers['apiPaths.take'] = () => err({ kind: 'invalid-input', issues: ['path: leaves'] })
    await draftPath('a', list.id, { map: mapAt('/v2/domains'), source: 'hand' })
    expect(await takeDraft(account, list.id)).toBe(false)
    expect(draft()).toMatchObject({ map: { path: '/v2/domains' }, issues: ['path: leaves'] })
    answers['apiPaths.take'] = () => err({ kind: 'storage', problem: 'full' })
    expect(await takeDraft(account, list.id)).toBe(false)
    expect(draft()).toMatchObject({ error: { kind: 'storage' } })
  })

  it('is what a pasted sample says, and nothing where that cannot be read', async () => {
    const reading = { map: mapAt('/v2/domains'), dropped: [], unplaced: ['page'] }
    answers['apiPaths.readCurl'] = ({ text }) =>
      text === 'curl' ? err({ kind: 'api-sample', problem: 'no-url' }) : ok(reading)
    await typeSample('a', list.id, 'curl https://x.example/v2/domains')
    expect(draft()).toMatchObject({ map: { path: '/v2/domains' }, source: 'curl' })
    expect(usePathSamples.getState()[KEY]).toMatchObject({ reading: { unplaced: ['page'] } })
    await typeSample('a', list.id, 'curl')
    expect(draft()).toBeUndefined()
    expect(usePathSamples.getState()[KEY]).toMatchObject({ reading: null, error: { problem: 'no-url' } })
  })

  it('that was typed before a sample keeps what no sample says, and is back where the sample goes', async () => {
    const typed = { ...mapAt('/by-hand'), authentication: 'jwt', rows: 'data..items' } as const
    await draftPath('a', list.id, { map: typed, source: 'hand' })
    answers['apiPaths.readCurl'] = ({ text, map }) =>
      text?.startsWith('curl ')
        ? ok({ map: { ...map, path: text.slice(5) }, dropped: [], unplaced: [] })
        : err({ kind: 'api-sample', problem: 'no-curl' })

    await typeSample('a', list.id, 'curl /v2')
    await typeSample('a', list.id, 'curl /v2/domains')
    expect(draft()).toMatchObject({ map: { ...typed, path: '/v2/domains' }, source: 'curl' })

    // A key is pressed that no command has; then the sample is whole again, and is cleared.
    await typeSample('a', list.id, 'x')
    expect(draft()).toMatchObject({ map: typed, source: 'hand' })
    await typeSample('a', list.id, 'curl /v2/domains')
    await typeSample('a', list.id, '')
    expect(draft()).toMatchObject({ map: typed, source: 'hand' })
  })

  it('that was typed beside a sample keeps what no sample says, where the sample goes', async () => {
    const map = mapAt('/domains')
    answers['apiPaths.get'] = () =>
      ok({ operation: list.id, map, table: map, canUndo: false, source: null, lastShape: null })
    pathDetails.open(KEY)
    await pathDetails.refresh()
    answers['apiPaths.readCurl'] = () => ok({ map: mapAt('/v2/domains'), dropped: [], unplaced: [] })
    await typeSample('a', list.id, 'curl')
    await draftPath('a', list.id, { map: { ...mapAt('/v2/domains'), rows: 'data.items' }, source: 'curl' })
    await typeSample('a', list.id, '')
    expect(draft()).toMatchObject({ map: { ...map, rows: 'data.items' }, source: 'hand' })

    discardDraft('a', list.id)
    await typeSample('a', list.id, 'curl')
    await typeSample('a', list.id, '')
    expect(draft()).toBeUndefined()
    pathDetails.close()
  })

  it('is forgotten where it is discarded, also by an answer that comes afterwards', async () => {
    const slow = deferred()
    answers['apiPaths.judge'] = () => slow.promise
    const judged = draftPath('a', list.id, { map: mapAt('/x'), source: 'hand' })
    discardDraft('a', list.id)
    slow.resolve(ok({}))
    await judged
    expect(usePathDrafts.getState()).toEqual({})
  })
})
