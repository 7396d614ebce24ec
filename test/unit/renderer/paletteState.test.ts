import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openDialog, usePlace } from '../../../src/renderer/state/app'
import { listNow, togglePalette, typeInPalette, usePalette } from '../../../src/renderer/state/palette'
import type { AppError } from '../../../src/shared/errors'
import { err, ok, type Result } from '../../../src/shared/result'

const none = { rows: [], total: 0 }
const FOUND = { addresses: none, mailboxes: none, domains: none }

/** Main, which answers when it is told to. */
function main() {
  const asked: { method: string; input: unknown; answer: (result: Result<unknown, AppError>) => void }[] = []
  vi.stubGlobal('window', {
    bridge: {
      call: (method: string, input: unknown) =>
        new Promise((answer) => asked.push({ method, input, answer })),
    },
  })
  const searches = () => asked.filter(({ method }) => method === 'palette.find')
  return { asked, searches }
}

describe('The palette', () => {
  beforeEach(() => {
    usePlace.setState({ dialog: null })
    typeInPalette('')
  })
  afterEach(() => vi.unstubAllGlobals())

  it('opens with nothing typed, asks what was used at last, and closes by the same keys', () => {
    const { asked } = main()
    usePalette.setState({ text: 'left over' })
    togglePalette()
    expect(usePlace.getState().dialog).toEqual({ kind: 'palette' })
    expect(usePalette.getState()).toMatchObject({ text: '', found: null, recent: null })
    expect(asked.map(({ method }) => method)).toEqual(['palette.recent'])
    asked[0]?.answer(ok([]))
    togglePalette()
    expect(usePlace.getState().dialog).toBe(null)
  })

  it('does not throw away what somebody does in a dialog', () => {
    main()
    openDialog({ kind: 'connect' })
    togglePalette()
    expect(usePlace.getState().dialog).toEqual({ kind: 'connect' })
  })

  it('asks for what is typed now once an answer is there, and shows no answer to something else', async () => {
    const { searches } = main()
    typeInPalette('a')
    typeInPalette('ac')
    typeInPalette('acm')
    expect(searches().map(({ input }) => input)).toEqual([{ text: 'a' }])
    searches()[0]?.answer(ok(FOUND))
    await vi.waitFor(() => expect(searches()).toHaveLength(2))
    expect(usePalette.getState().found).toBe(null)
    searches()[1]?.answer(ok(FOUND))
    await vi.waitFor(() => expect(usePalette.getState().found).toEqual({ ...FOUND, text: 'acm' }))
    expect(searches()[1]?.input).toEqual({ text: 'acm' })
  })

  it('lists what is typed together with what is found, and without it where that is not soon', async () => {
    const { searches } = main()
    typeInPalette('a')
    expect(usePalette.getState()).toMatchObject({ text: 'a', listed: '' })
    searches()[0]?.answer(ok(FOUND))
    await vi.waitFor(() => expect(usePalette.getState()).toMatchObject({ listed: 'a', found: { text: 'a' } }))
    typeInPalette('ac')
    await vi.waitFor(() =>
      expect(usePalette.getState()).toMatchObject({ listed: 'ac', found: { text: 'a' } }),
    )
    searches()[1]?.answer(ok(FOUND))
  })

  it('lists at once what is typed where a key means a line of it', () => {
    const { searches } = main()
    typeInPalette('ac')
    listNow()
    expect(usePalette.getState()).toMatchObject({ listed: 'ac', found: null })
    searches()[0]?.answer(ok(FOUND))
  })

  it('says why rows are not found, until they are', async () => {
    const { searches } = main()
    const problem: AppError = { kind: 'internal', ref: 'abc' }
    typeInPalette('a')
    searches()[0]?.answer(err(problem))
    await vi.waitFor(() => expect(usePalette.getState()).toMatchObject({ error: problem, found: null }))
    typeInPalette('ac')
    searches()[1]?.answer(ok(FOUND))
    await vi.waitFor(() => expect(usePalette.getState()).toMatchObject({ error: null }))
  })

  it('asks nothing for blanks', () => {
    const { searches } = main()
    typeInPalette('   ')
    expect(searches()).toEqual([])
  })
})
