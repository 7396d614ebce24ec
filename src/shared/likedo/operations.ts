import { type AnyOperation, may, need } from '../litemail/operation'

const table = [
  {
    id: 'addresses.create',
    group: 'Addresses',
    titles: ['Create email'],
    method: 'POST',
    path: '/api/v1/emails/create',
    evidence: 'documented',
    effect: 'write',
    input: [need('email', 'body', 'email'), may('tag', 'body', 'text')],
  },
  {
    id: 'addresses.list',
    group: 'Addresses',
    titles: ['List emails'],
    method: 'GET',
    path: '/api/v1/emails',
    evidence: 'documented',
    effect: 'read',
    input: [
      may('page', 'query', 'number'),
      may('pageSize', 'query', 'number'),
      may('email', 'query', 'text'),
    ],
  },
  {
    id: 'messages.list',
    group: 'Messages',
    titles: ['Retrieve inbox messages'],
    method: 'GET',
    path: '/api/v1/emails/inbox',
    evidence: 'title',
    effect: 'read',
    input: [
      need('email', 'query', 'email'),
      may('page', 'query', 'number'),
      may('pageSize', 'query', 'number'),
    ],
  },
] as const satisfies readonly AnyOperation[]

/** `addresses.create`, …: what LikeDo is asked, as errors and the journal call it. */
export type LikeDoOperationId = (typeof table)[number]['id']

export interface LikeDoOperation extends AnyOperation {
  readonly id: LikeDoOperationId
}

/** What LikeDo's documentation says that its API can; the path of the inbox is not public. */
export const likedoOperations: readonly LikeDoOperation[] = table

const byId = new Map<string, LikeDoOperation>(likedoOperations.map((operation) => [operation.id, operation]))

/** Whether a word names an operation of LikeDo's. */
export const isLikeDoOperationId = (word: string): word is LikeDoOperationId => byId.has(word)

/** The row of an operation. */
export function likedoOperationOf(id: LikeDoOperationId): LikeDoOperation {
  const operation = byId.get(id)
  // Cannot be: the ids are those of the table.
  if (operation === undefined) throw new Error(`no operation ${id}`)
  return operation
}
