import type { Answer } from '../../loopback/answer'
import type { Reply, Served, ServedRequest } from '../../loopback/served'
import { randomFrom } from '../../random'
import { BASE_PATH, type GoldenOperation, goldenOperations } from '../golden'
import { LitemailService } from '../service'

const guessed = goldenOperations.filter(({ evidence }) => evidence !== 'documented')
const documented = goldenOperations.filter(({ evidence }) => evidence === 'documented')
const hasId = ({ path }: GoldenOperation): boolean => path.includes('{id}')

const asks = (method: string, path: string | undefined): string => `${method} ${path}`
const taken = new Set(documented.map(({ method, path }) => asks(method, path)))

/** Each operation of a group with the path of another one. */
function permute(group: readonly GoldenOperation[]): (readonly [string, string])[] {
  for (let seed = 1; seed < 100_000; seed += 1) {
    const drawn = randomFrom(seed).shuffle(group.map(({ path }) => path))
    const asked = group.map(({ method }, index) => asks(method, drawn[index]))
    const isElsewhere = group.every(({ path }, index) => drawn[index] !== path)
    const isApart = new Set(asked).size === asked.length && !asked.some((one) => taken.has(one))
    if (isElsewhere && isApart) return group.map(({ id }, index) => [id, drawn[index] ?? ''] as const)
  }
  throw new Error('no permutation has every path elsewhere')
}

/** The paths of the 52 operations that no documentation shows, each that of another one, by id; an id in it stays one. */
export const permutedPaths: ReadonlyMap<string, string> = new Map([
  ...permute(guessed.filter(hasId)),
  ...permute(guessed.filter((operation) => !hasId(operation))),
])

/** Where the operation stands at such a service. */
export const pathAt = ({ id, path }: GoldenOperation): string => permutedPaths.get(id) ?? path

const idIn = (template: string, path: string): string | null => {
  const [before = '', after = ''] = template.split('{id}')
  if (!template.includes('{id}')) return template === path ? '' : null
  const id = path.slice(before.length, path.length - after.length)
  return path.startsWith(before) && path.endsWith(after) && id !== '' && !id.includes('/') ? id : null
}

/** A Litemail whose 52 paths are permuted. */
export class PermutedService implements Served {
  readonly litemail = new LitemailService()
  readonly wrongShape = { anything: 42 }

  refuse(status: number, message: string): Answer {
    return this.litemail.refuse(status, message)
  }

  handle(request: ServedRequest, how: { readonly commit: boolean }): Reply {
    const below = request.path.slice(BASE_PATH.length)
    const found = goldenOperations
      .filter(({ method }) => method === request.method)
      .flatMap((operation) => {
        const id = idIn(pathAt(operation), below)
        return id === null ? [] : [{ operation, id }]
      })
      .toSorted((one, other) => one.id.length - other.id.length)[0]
    if (found === undefined)
      return { answer: this.refuse(404, `Cannot ${request.method} ${request.path}`), created: null }
    return this.litemail.handle(
      { ...request, path: `${BASE_PATH}${found.operation.path.replace('{id}', found.id)}` },
      how,
    )
  }
}
