import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { chooseApiFile, takeApiFile, useApiFile } from '../../../src/renderer/state/apiFiles'
import { showScreen, usePlace } from '../../../src/renderer/state/app'
import { useNotices } from '../../../src/renderer/state/notices'
import type { OpenedApiFile } from '../../../src/shared/apiFile'
import { err, ok } from '../../../src/shared/result'

const account = { id: 'a', name: 'Agency', service: 'litemail' } as const
const chosen = { file: 'f1', fileName: 'api.yaml' }
const opened: OpenedApiFile = {
  ...chosen,
  ...{ kind: 'openapi', suggestions: [], same: 2, confirmed: ['tags.list'], leftOut: 0 },
}

let answers: Record<string, () => unknown> = {}
let asked: (readonly [string, object])[] = []
const askedFor = (method: string) => asked.filter(([one]) => one === method).map(([, input]) => input)

describe('A file of API paths', () => {
  beforeEach(() => {
    answers = { 'apiPaths.openFile': () => ok(chosen), 'apiPaths.readFile': () => ok(opened) }
    vi.stubGlobal('window', {
      bridge: {
        call: async (method: string, input: object) => {
          asked.push([method, input])
          return answers[method]?.() ?? ok({})
        },
      },
    })
    showScreen('operations')
    asked = []
    useNotices.setState({ notices: [] })
  })
  afterEach(() => vi.unstubAllGlobals())

  it('is read while its dialog is there', async () => {
    let come: (value: unknown) => void = () => {}
    answers['apiPaths.readFile'] = () =>
      new Promise((resolve) => {
        come = resolve
      })
    const choosing = chooseApiFile(account)
    await vi.waitFor(() => expect(askedFor('apiPaths.readFile')).toHaveLength(1))
    expect(usePlace.getState().dialog).toEqual({ kind: 'import-api-paths', accountId: 'a', chosen })
    expect(useApiFile.getState()).toMatchObject({ opened: null, error: null })
    come(ok(opened))
    await choosing
    expect(useApiFile.getState()).toMatchObject({ opened })
  })

  it('is closed with its dialog, whatever takes that away, and what is read of it later is not shown', async () => {
    let come: (value: unknown) => void = () => {}
    answers['apiPaths.readFile'] = () =>
      new Promise((resolve) => {
        come = resolve
      })
    const choosing = chooseApiFile(account)
    await vi.waitFor(() => expect(askedFor('apiPaths.readFile')).toHaveLength(1))
    showScreen('addresses')
    expect(askedFor('apiPaths.closeFile')).toEqual([{ file: 'f1' }])
    come(err({ kind: 'not-found', what: 'file' }))
    await choosing
    expect(useApiFile.getState()).toEqual({ file: null, opened: null, error: null })
    expect(useNotices.getState().notices).toEqual([])
  })

  it('that cannot be read says so in its dialog', async () => {
    const problem = { kind: 'api-file', problem: 'alias', line: 3 } as const
    answers['apiPaths.readFile'] = () => err(problem)
    await chooseApiFile(account)
    expect(useApiFile.getState()).toMatchObject({ file: 'f1', error: problem })
  })

  it('is taken with what it only confirms', async () => {
    answers['apiPaths.takeFile'] = () => ok([])
    expect(await takeApiFile(account, opened, [])).toBeNull()
    expect(askedFor('apiPaths.takeFile')).toEqual([{ accountId: 'a', file: 'f1', operations: ['tags.list'] }])
    expect(useNotices.getState().notices[0]?.words).toBe(
      '1 operation counts as documented by api.yaml from now on.',
    )
  })
})
