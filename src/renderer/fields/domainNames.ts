import { domainComplaint } from './complaints'

/** Domains as typed or pasted. */
export interface ReadNames {
  /** Each once, in the order of the text. */
  readonly names: readonly string[]
  /** What is no name of a domain. */
  readonly bad: readonly string[]
  /** So many stand there more than once. */
  readonly twice: number
}

/** Reads names with anything between that no name has. */
export function readDomainNames(text: string): ReadNames {
  const words = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
  const all = [...new Set(words)]
  const bad = all.filter((word) => domainComplaint(word) !== null)
  return {
    names: all.filter((word) => !bad.includes(word)),
    bad,
    twice: all.filter((word) => words.filter((other) => other === word).length > 1).length,
  }
}
