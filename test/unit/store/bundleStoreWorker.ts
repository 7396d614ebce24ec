import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = join(import.meta.dirname, '../../..')
// The bundle lies outside the repository, where the driver would not be found by its name.
const driver = pathToFileURL(createRequire(import.meta.url).resolve('libsql')).href

/** Bundles a module of the repository for plain Node as one ES module in the temporary folder. */
export async function bundleForNode(entry: string, name: string): Promise<URL> {
  const folder = mkdtempSync(join(tmpdir(), 'mailroom-bundle-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'driver-by-address',
        enforce: 'pre',
        resolveId: (id) => (id === 'libsql' ? { id: driver, external: true } : null),
      },
    ],
    ssr: { noExternal: true },
    build: {
      ssr: join(root, entry),
      outDir: folder,
      target: 'node20.18',
      rollupOptions: { output: { format: 'es', entryFileNames: `${name}.mjs` } },
    },
  })
  return pathToFileURL(join(folder, `${name}.mjs`))
}

let worker: Promise<URL> | undefined

/** The store's thread as the application has it, to be given to `openStore` where TypeScript is run as it is. */
export const bundleStoreWorker = (): Promise<URL> => {
  worker ??= bundleForNode('src/main/store/worker.ts', 'store-worker')
  return worker
}
