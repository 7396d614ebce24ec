import { createHash } from 'node:crypto'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = join(import.meta.dirname, '../../..')
// From below node_modules the native driver is found by its name.
const folder = join(root, 'node_modules/.cache/mailroom-tests')

const bundle = async (entry: string): Promise<string> => {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: join(root, entry),
      write: false,
      target: 'node20.18',
      rollupOptions: { external: ['libsql'], output: { format: 'es', codeSplitting: false } },
    },
  })
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []))
  const [chunk] = outputs
  if (chunk?.type !== 'chunk' || outputs.length !== 1) throw new Error(`${entry} is not one module`)
  return chunk.code
}

/** Bundles a module of the repository for plain Node as one ES module, once for as long as it stays the same. */
export async function bundleForNode(entry: string, name: string): Promise<URL> {
  const code = await bundle(entry)
  const file = join(folder, `${name}-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.mjs`)
  mkdirSync(folder, { recursive: true })
  // Several processes may do so at once: each puts a whole file in place.
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, code)
  renameSync(unfinished, file)
  return pathToFileURL(file)
}

let worker: Promise<URL> | undefined

/** The store's thread as the application has it, to be given to `openStore` where TypeScript is run as it is. */
export const bundleStoreWorker = (): Promise<URL> => {
  worker ??= bundleForNode('src/main/store/worker.ts', 'store-worker')
  return worker
}
