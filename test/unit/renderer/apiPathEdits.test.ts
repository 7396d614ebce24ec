import { describe, expect, it } from 'vitest'
import { judgeMap, tableMap } from '../../../src/main/rules/apiMap'
import {
  methodsOf,
  withMethod,
  withName,
  withPath,
  withPlace,
} from '../../../src/renderer/views/operations/paths/mapEdits'
import { isTaken, takesOf, withTake } from '../../../src/renderer/views/operations/paths/sampleTakes'
import type { ReadSample } from '../../../src/shared/apiFile'
import { operationOf, operations } from '../../../src/shared/litemail/operations'
import { mapLines } from '../../../src/shared/text/window/apiPaths'

const server = { origin: 'https://api.litemail.app', basePath: '/v1' }
const list = operationOf('domains.list')
const one = operationOf('domains.get')
const judge = (operation: Parameters<typeof tableMap>[0], map: ReturnType<typeof tableMap>) =>
  judgeMap(operation, map, server)

describe('An operation’s method', () => {
  it.each(operations)('of $id is offered only where what it does stays what it is', (operation) => {
    const map = tableMap(operation)
    for (const method of methodsOf(operation, map.method)) {
      const changed = { ...withMethod(map, method), isReadingPost: method === 'POST' && map.method === 'GET' }
      expect(judge(operation, changed)).toEqual([])
    }
  })

  it('takes inputs out of the body where a GET has none, and is no reading POST any more', () => {
    const map = { ...withPlace(withMethod(tableMap(list), 'POST'), 'page', 'body'), isReadingPost: true }
    expect(withMethod(map, 'GET')).toMatchObject({
      method: 'GET',
      isReadingPost: false,
      inputs: { page: { place: 'query', name: 'page' } },
    })
  })
})

describe('An operation’s path', () => {
  it('has an input where it is written in braces', () => {
    const map = withPath(tableMap(list), '/pages/{page}/domains', list.input)
    expect(map.inputs.page).toEqual({ place: 'path', name: 'page' })
    expect(judge(list, map)).toEqual([])
  })

  it('gains and loses a step as an input goes into it and leaves it', () => {
    const moved = withPlace(tableMap(one), 'id', 'query')
    expect(moved).toMatchObject({ path: '/domains', inputs: { id: { place: 'query', name: 'id' } } })
    expect(judge(one, moved)).toEqual([])
    expect(withPlace(moved, 'id', 'path')).toMatchObject(tableMap(one))
  })
})

describe('An input', () => {
  it('keeps its name where it goes elsewhere, and is not sent where it is left out', () => {
    const named = withName(tableMap(list), 'page', 'p')
    expect(withPlace(named, 'page', 'header').inputs.page).toEqual({ place: 'header', name: 'p' })
    expect(withPlace(named, 'page', null).inputs).not.toHaveProperty('page')
  })
})

describe('What a sample does not show', () => {
  const map = { ...tableMap(one), path: '/v2/{domainKey}' }
  const reading: ReadSample = {
    map: { ...map, inputs: {} },
    dropped: [
      { what: 'host', name: 'api.litemail.app' },
      { what: 'path', name: 'domainKey' },
      { what: 'query', name: 'ref' },
    ],
    unplaced: ['id'],
  }

  it('may be any part of it that no input was found for, or is left out', () => {
    expect(takesOf('id', one, reading).map(({ words }) => words)).toEqual([
      'Path: {domainKey}',
      'Query: ref',
      'Left out',
    ])
  })

  it('takes the place of a step of the path', () => {
    const [step] = takesOf('id', one, reading)
    if (step === undefined) throw new Error('no step is offered')
    const taken = withTake(reading.map, 'id', step)
    expect(taken).toMatchObject({ path: '/v2/{id}', inputs: { id: { place: 'path', name: 'id' } } })
    expect(isTaken(taken, 'id', step)).toBe(true)
    expect(judge(one, taken)).toEqual([])
  })

  it('is as it was where nothing else is said', () => {
    const kept = { ...reading, map: { ...map, inputs: { id: { place: 'query' as const, name: 'id' } } } }
    const take = takesOf('id', one, kept).find((each) => isTaken(kept.map, 'id', each))
    expect(take?.words).toBe('Query: id, as before')
  })
})

describe('How an operation is asked', () => {
  it('is said in lines, each name beside the input it is for', () => {
    const map = withName(withName(tableMap(list), 'page', 'p'), 'contains', 'search')
    expect(mapLines({ ...map, authentication: 'jwt', rows: 'data.items' })).toEqual([
      'GET /domains',
      'Query: search (contains), limit, p (page)',
      'Authentication: Bearer, as authorization',
      'Rows: data.items',
    ])
  })
})
