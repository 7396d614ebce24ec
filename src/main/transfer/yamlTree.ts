import { LineCounter, parseDocument, visit } from 'yaml'
import { ApiFileFailure } from './apiFileFailure'

/** The tags that every YAML file has without writing them (YAML 1.2.2, 10.3, "Core Schema"). */
const core = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`),
)

/**
 * The data of a YAML text (1.2, core schema). What could stand for more than is written is refused before it is followed:
 * aliases, tags of others, several documents. Throws ApiFileFailure.
 */
export function readYaml(text: string): unknown {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'error',
  })
  const lineOf = (range: readonly number[] | null | undefined): number | null =>
    range?.[0] === undefined ? null : lines.linePos(range[0]).line
  visit(document, {
    Alias: (_, { range }) => {
      throw new ApiFileFailure('alias', lineOf(range))
    },
    Node: (_, { tag, range }) => {
      if (tag !== undefined && !core.has(tag)) throw new ApiFileFailure('tag', lineOf(range))
    },
  })
  const [warning] = document.warnings
  if (warning?.code === 'TAG_RESOLVE_FAILED')
    throw new ApiFileFailure('tag', lines.linePos(warning.pos[0]).line)
  const [error] = document.errors
  // The library says so where levels go deeper than it can follow.
  if (error?.code === 'RESOURCE_EXHAUSTION') throw new ApiFileFailure('deep')
  if (error?.code === 'TAG_RESOLVE_FAILED') throw new ApiFileFailure('tag', lines.linePos(error.pos[0]).line)
  if (error !== undefined) throw new ApiFileFailure('syntax', lines.linePos(error.pos[0]).line)
  return document.toJS({ maxAliasCount: 0 })
}
