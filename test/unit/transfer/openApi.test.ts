import { describe, expect, it } from 'vitest'
import { type DescribedOperation, sampleOf } from '../../../src/main/transfer/apiFileContent'
import { readApiText } from '../../../src/main/transfer/apiFileTree'

function described(text: string): readonly DescribedOperation[] {
  const content = readApiText(text)
  if (content.kind !== 'openapi') throw new Error('no description')
  return content.operations
}
const only = (text: string): DescribedOperation => {
  const [operation, ...others] = described(text)
  if (operation === undefined || others.length > 0) throw new Error('not one operation')
  return operation
}
const told = (operation: DescribedOperation) =>
  sampleOf(operation).slots.map(({ place, name, shape }) => `${place} ${name}: ${shape}`)

const version3 = `
openapi: 3.0.3
info: { title: Mail, version: "1" }
servers: [{ url: https://elsewhere.test/v9 }]
security: [{ key: [] }]
paths:
  /v1/inboxes/{inbox_id}:
    parameters:
      - $ref: '#/components/parameters/Inbox'
      - { name: X-Trace, in: header, schema: { type: string } }
      - { name: Cookie, in: header, schema: { type: string } }
      - { name: session, in: cookie, schema: { type: string } }
    put:
      summary: Update Mailbox
      operationId: updateInbox
      parameters:
        - { name: notify, in: query, schema: { type: boolean } }
      requestBody:
        content:
          text/xml: { schema: { type: string } }
          application/json:
            schema:
              allOf:
                - $ref: '#/components/schemas/Named'
                - type: object
                  properties:
                    id: { type: string, readOnly: true }
                    contact: { type: object, properties: { mail: { type: string, format: email }, age: { type: [integer, "null"] } } }
                    tags: { type: array, items: { type: string } }
                    rows: { type: array, items: { $ref: '#/components/schemas/Named' } }
                    site: { $ref: 'https://evil.test/site.json' }
                    near: { $ref: './components/schemas/Named' }
components:
  parameters:
    Inbox: { name: inbox_id, in: path, required: true, schema: { type: string, format: uuid } }
  schemas:
    Named: { type: object, properties: { name: { type: string }, home: { type: string, format: uri } } }
`

describe('an operation of an OpenAPI file', () => {
  it('has method, path, titles, and the names and kinds of what it takes', () => {
    const operation = only(version3)
    expect(operation).toMatchObject({
      method: 'PUT',
      path: '/v1/inboxes/{inbox_id}',
      titles: ['Update Mailbox', 'updateInbox'],
    })
    expect(told(operation)).toEqual([
      'header X-Trace: text',
      'query notify: boolean',
      'body name: text',
      'body home: url',
      'body contact.mail: email',
      'body contact.age: number',
      'body tags: list',
      'body rows: rows',
      'body site: unknown',
      'body near: unknown',
    ])
    expect(sampleOf(operation).steps).toMatchObject([
      { kind: 'word', text: 'v1' },
      { kind: 'word', text: 'inboxes' },
      { kind: 'named', name: 'inbox_id', shape: 'id' },
    ])
    expect(sampleOf(operation).dropped).toEqual([
      { what: 'header', name: 'Cookie' },
      { what: 'header', name: 'Cookie' },
    ])
  })

  it('is the same in JSON, and in JSON as YAML allows it', () => {
    const paths = { '/tags': { get: { summary: 'List Tags', parameters: [{ name: 'page', in: 'query' }] } } }
    const json = JSON.stringify({ openapi: '3.1.0', paths }, null, 2)
    const loose = `{openapi: 3.1.0, paths: {/tags: {get: {summary: List Tags, parameters: [{name: page, in: query},]}}}}`
    expect(described(json)).toEqual(described(loose))
    expect(told(only(json))).toEqual(['query page: unknown'])
  })

  it('has few objects that a thread has to hand over, whatever fields and headers it has', () => {
    const properties = Object.fromEntries(
      Array.from({ length: 300 }, (_, n) => [`field${n}`, { type: 'string' }]),
    )
    const content = { 'application/json': { schema: { type: 'object', properties } } }
    const parameters = Array.from({ length: 300 }, (_, n) => ({ name: `X-Auth-${n}`, in: 'header' }))
    const path = `/tags${'/of/{id}'.repeat(20)}`
    const paths = { [path]: { post: { summary: 'Make Tag', parameters, requestBody: { content } } } }
    const operation = only(JSON.stringify({ openapi: '3.1.0', paths }))
    expect(told(operation)).toHaveLength(300)
    expect(sampleOf(operation).dropped).toHaveLength(100)
    const objectsIn = (value: unknown): number =>
      typeof value === 'object' && value !== null
        ? Object.values(value).reduce<number>((sum, one) => sum + objectsIn(one), 1)
        : 0
    expect(objectsIn(operation)).toBeLessThan(10)
  })

  it('is none of ours where its path has more steps than any, and is counted', () => {
    const paths = {
      [`/tags${'/a'.repeat(1_000)}`]: { get: { summary: 'List Tags' }, post: { summary: 'Create Tag' } },
    }
    expect(readApiText(JSON.stringify({ openapi: '3.1.0', paths }))).toEqual({
      ...{ kind: 'openapi', operations: [], tooLong: 2 },
    })
  })

  it('is not read among those of a small file that tell more than any file', () => {
    const parameters = Array.from({ length: 300 }, (_, n) => ({
      name: `${n}-${'x'.repeat(190)}`,
      in: 'query',
    }))
    const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']
    const item = { parameters, ...Object.fromEntries(methods.map((method) => [method, { summary: 'Any' }])) }
    const paths = Object.fromEntries(
      Array.from({ length: 250 }, (_, n) => [`/p${n}`, { $ref: '#/components/pathItems/All' }]),
    )
    const text = JSON.stringify({ openapi: '3.1.0', paths, components: { pathItems: { All: item } } })
    expect(text.length).toBeLessThan(100_000)
    expect(() => readApiText(text)).toThrow('too-much')
  })

  it('of Swagger 2.0 has its body and its form in parameters', () => {
    const text = `
swagger: "2.0"
basePath: /v9
paths:
  /tags:
    post:
      summary: Create Tag
      parameters:
        - { name: tag, in: body, schema: { $ref: '#/definitions/Tag' } }
    put:
      operationId: saveTag
      parameters:
        - { name: name, in: formData, type: string }
        - { name: ids, in: formData, type: array }
definitions:
  Tag: { properties: { name: { type: string }, color: { type: string } } }
`
    expect(described(text).map(({ method, titles }) => [method, ...titles])).toEqual([
      ['PUT', 'saveTag'],
      ['POST', 'Create Tag'],
    ])
    expect(described(text).map(told)).toEqual([
      ['body name: text', 'body ids: list'],
      ['body name: text', 'body color: text'],
    ])
  })

  it('has numbers as names of answers, and notes that nobody knows', () => {
    const text =
      'openapi: 3.1.0\nx-own: {1: a}\npaths:\n  /tags:\n    get:\n      summary: List Tags\n      responses:\n        200: {}\n        404: {}\n'
    expect(only(text).titles).toEqual(['List Tags'])
  })

  it('is read from a file of 2,000 of them, and one of 9 MB, within seconds', () => {
    const paths = Object.fromEntries(
      Array.from({ length: 2_000 }, (_, index) => [
        `/p${index}/{id}`,
        { get: { summary: `Read ${index}`, description: 'x'.repeat(4_500) } },
      ]),
    )
    const text = JSON.stringify({ openapi: '3.1.0', paths })
    expect(text.length).toBeGreaterThan(9_000_000)
    expect(described(text)).toHaveLength(2_000)
  })
})
