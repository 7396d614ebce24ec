import type { ApiFileContent } from './apiFileContent'
import { ApiFileFailure } from './apiFileFailure'
import { readMaps } from './mapsFile'
import { readOpenApi } from './openApi'
import { readYaml } from './yamlTree'

const DEEPEST = 100

/** Throws where data lies deeper than any description, or has a name that reaches behind an object. */
function demandPlain(tree: unknown): void {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: tree, depth: 1 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next
    if (typeof value !== 'object' || value === null) continue
    if (depth > DEEPEST) throw new ApiFileFailure('deep')
    if (Object.hasOwn(value, '__proto__')) throw new ApiFileFailure('inherited-name')
    for (const inner of Object.values(value)) waiting.push({ value: inner, depth: depth + 1 })
  }
}

function readTree(text: string): unknown {
  if (/^\s*[{[]/.test(text)) {
    try {
      return JSON.parse(text)
    } catch (error) {
      // YAML may begin so, too.
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  return readYaml(text)
}

/** What the text of a file says of how operations are asked. Throws ApiFileFailure. */
export function readApiText(text: string): ApiFileContent {
  if (text.trim() === '') throw new ApiFileFailure('empty')
  try {
    const tree = readTree(text)
    demandPlain(tree)
    const content = readMaps(tree) ?? readOpenApi(tree)
    if (content === null) throw new ApiFileFailure('unknown')
    return content
  } catch (error) {
    // ECMAScript has a call that is too deep throw this; only levels of the file bring us there.
    if (error instanceof RangeError) throw new ApiFileFailure('deep')
    throw error
  }
}
