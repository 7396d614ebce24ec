import { mkdtemp, rm } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { basename, join, resolve } from 'node:path'
import { build } from 'vite'

const REPOSITORY = resolve(import.meta.dirname, '../../..')

/**
 * Bundles a TypeScript module and everything of ours that it imports into one file that plain `node FILE` runs; packages
 * stay imports. The file lies in a new folder below `node_modules`, from where packages are found.
 */
export const bundleEntry = async (
  entry: string,
): Promise<{ readonly file: string; remove(): Promise<void> }> => {
  const folder = await mkdtemp(join(REPOSITORY, 'node_modules', '.bundle-'))
  const name = `${basename(entry).replace(/\.[^.]+$/, '')}.mjs`
  await build({
    root: REPOSITORY,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: entry,
      target: 'node20.18',
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      sourcemap: 'inline',
      rolldownOptions: {
        external: [...builtinModules, /^node:/, 'electron'],
        output: { entryFileNames: name, codeSplitting: false },
      },
    },
  })
  return { file: join(folder, name), remove: () => rm(folder, { recursive: true, force: true }) }
}
