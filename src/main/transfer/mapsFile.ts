import * as z from 'zod'
import { apiMap } from '../../shared/apiMap'
import { type ApiFileContent, type KeptApiMap, MOST_OPERATIONS } from './apiFileContent'
import { ApiFileFailure } from './apiFileFailure'

const FORMAT = 'mailroom.api-paths'
const VERSION = 1

const head = z.object({ format: z.literal(FORMAT), version: z.number().int().min(1) })
const content = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  service: z.enum(['likedo', 'litemail']),
  exportedAt: z.iso.datetime(),
  paths: z.array(z.strictObject({ operation: z.string().min(1).max(100), map: apiMap })).max(MOST_OPERATIONS),
})

/** The text of a file of maps, each exactly. */
export const mapsText = (at: number, service: 'likedo' | 'litemail', maps: readonly KeptApiMap[]): string => {
  const file: z.infer<typeof content> = {
    format: FORMAT,
    version: VERSION,
    service,
    exportedAt: new Date(at).toISOString(),
    paths: maps.map(({ operation, map }) => ({ operation, map })),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/**
 * The maps of such a file; null where it does not say that it is one. They are not judged. Throws ApiFileFailure: `newer`,
 * and `damaged` where anything of it is not as it was written, or an operation comes twice.
 */
export function readMaps(tree: unknown): (ApiFileContent & { readonly kind: 'maps' }) | null {
  const said = head.safeParse(tree)
  if (!said.success) {
    const isOurs = typeof tree === 'object' && tree !== null && 'format' in tree && tree.format === FORMAT
    if (isOurs) throw new ApiFileFailure('damaged')
    return null
  }
  if (said.data.version > VERSION) throw new ApiFileFailure('newer')
  const read = content.safeParse(tree)
  if (!read.success) throw new ApiFileFailure('damaged')
  const { service, paths } = read.data
  if (new Set(paths.map(({ operation }) => operation)).size < paths.length)
    throw new ApiFileFailure('damaged')
  return { kind: 'maps', service, maps: paths }
}
