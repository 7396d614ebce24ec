/**
 * Makes what is handed out: a .deb and a tar.gz, in `dist/`.
 *
 *   npm run package [-- --out=FOLDER --quick]
 *
 *   --out     where they go, instead of dist/
 *   --quick   compresses little or not at all, in a fifth of the time: the same packages, but larger
 *
 * Sets up what is missing, builds the application, packs it with the Electron that set-up found, and sets that
 * Electron's fuses. If it is not the pinned one, version and file names say so. Two runs of one commit with the
 * same Electron make the same files; SOURCE_DATE_EPOCH is honoured.
 */
import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { packApplication } from './package/application.mjs'
import { makeArchive } from './package/archive.mjs'
import { makeDeb } from './package/deb.mjs'
import { readEdition } from './package/edition.mjs'
import { setFuses } from './package/fuses.mjs'
import { addDesktopParts, makeReadable } from './package/parts.mjs'
import { ensureApplication } from './setup/application.mjs'
import { during, giveUp, Stop, say } from './setup/words.mjs'
import { describeElectron, ensure, purposesOf } from './setup.mjs'

try {
  const { values } = parseArgs({
    options: { out: { type: 'string', default: 'dist' }, quick: { type: 'boolean', default: false } },
  })
  await makePackages(path.resolve(values.out), values.quick)
} catch (failure) {
  giveUp(failure)
}

/**
 * @param {string} folder where they go
 * @param {boolean} isQuick
 */
async function makePackages(folder, isQuick) {
  if (process.platform !== 'linux') throw new Stop('Packages of Mailroom are made on Linux, for Linux.')
  // Everybody shall be able to read what is in a package.
  process.umask(0o022)
  const { root, electron } = await ensure({ purposes: purposesOf.package ?? [] })
  await ensureApplication(root, undefined)
  const edition = await readEdition(root, electron)
  say(`Packing Mailroom ${edition.version} with ${describeElectron(electron)}.`)

  const work = path.join(folder, '.work')
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  try {
    const application = await during('Packing the application', () =>
      packApplication(root, electron, edition, work),
    )
    await setFuses(path.join(application, 'mailroom'))
    addDesktopParts(root, application, edition)
    makeReadable(application)
    const made = [
      await during('Making the tar.gz', () => makeArchive(application, edition, { work, isQuick })),
      await during('Making the .deb', () => makeDeb(application, edition, { work, isQuick })),
    ]
    for (const file of made) {
      const place = path.join(folder, path.basename(file))
      renameSync(file, place)
      say(`${place}  ${megabytes(statSync(place).size)}`)
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
