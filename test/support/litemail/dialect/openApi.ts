import { stringify } from 'yaml'
import { goldenOperations } from '../golden'
import { pathAt } from './permuted'

/** What documentation calls the operations, and what they take; by id. */
export interface Titled {
  readonly id: string
  readonly title: string
  readonly input: readonly { readonly name: string; readonly place: string; readonly isRequired: boolean }[]
}

/** An OpenAPI file of the service whose paths are permuted, as generators of documentation write them. */
export function openApiOf(titled: readonly Titled[]): string {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const golden of goldenOperations) {
    const mine = titled.find(({ id }) => id === golden.id)
    if (mine === undefined) throw new Error(`${golden.id} has no title`)
    const fields = mine.input.filter(({ place }) => place === 'body')
    const path = `/v1${pathAt(golden)}`
    paths[path] = {
      ...paths[path],
      [golden.method.toLowerCase()]: {
        summary: mine.title,
        operationId: golden.id.replace('.', '_'),
        tags: [golden.id.split('.')[0]],
        security: [{ key: [] }],
        parameters: mine.input
          .filter(({ place }) => place !== 'body')
          .map(({ name, place, isRequired }) => ({
            name,
            in: place,
            required: isRequired,
            schema: { type: 'string' },
          })),
        ...(fields.length === 0
          ? {}
          : {
              requestBody: {
                required: true,
                content: {
                  'application/json': {
                    schema: { $ref: `#/components/schemas/${golden.id.replace('.', '_')}` },
                  },
                },
              },
            }),
        responses: { 200: { description: 'OK' } },
      },
    }
  }
  const schemas = Object.fromEntries(
    titled.map(({ id, input }) => [
      id.replace('.', '_'),
      {
        type: 'object',
        properties: Object.fromEntries(
          input.filter(({ place }) => place === 'body').map(({ name }) => [name, {}]),
        ),
      },
    ]),
  )
  const file = {
    openapi: '3.1.0',
    info: { title: 'Another Litemail', version: '3' },
    servers: [{ url: 'https://elsewhere.test/v9' }],
    paths,
    components: { schemas, securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'x-other-key' } } },
  }
  return stringify(file, { aliasDuplicateObjects: false })
}
