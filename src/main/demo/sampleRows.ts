import type { createSampleFleet } from './sampleFleet'
import type { createSampleReads } from './sampleReads'

export type Fleet = ReturnType<typeof createSampleFleet>
export type Reads = ReturnType<typeof createSampleReads>
export type Cloudflare = ReturnType<Reads['cloudflare']>
export interface SampleRecord {
  readonly id: string
  readonly recordType: string
  readonly host: string
  readonly value: string
  readonly ttl: number
  readonly priority?: number
  readonly domainId: string
}
export type SampleMailbox = Omit<
  ReturnType<Fleet['mailboxAt']>,
  'firstName' | 'lastName' | 'profilePicture' | 'tags'
> & {
  readonly firstName: string
  readonly lastName: string
  readonly profilePicture: string | null
  readonly tags: readonly Tag[]
}
export type SampleDomain = Omit<ReturnType<Fleet['domainAt']>, 'tags'> & { readonly tags: readonly Tag[] }
export interface Tag {
  readonly id: string
  readonly name: string
  readonly color: string
}

/** Rows that are made when they are asked for. */
export interface Rows<T> {
  readonly count: number
  at(n: number): T
}

/** Rows of a workspace that are there from the start, changed and added to. */
export interface Layer<T> {
  readonly added: { readonly workspace: string; readonly row: T }[]
  readonly changed: Map<string, Partial<T>>
}

export const layer = <T>(): Layer<T> => ({ added: [], changed: new Map() })
