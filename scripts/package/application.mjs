import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { lastWords, run } from '../setup/run.mjs'
import { Stop } from '../setup/words.mjs'

const require = createRequire(import.meta.url)

/**
 * Packs the built application with a runtime, as electron-builder.yml says.
 *
 * @param {string} root the repository, built
 * @param {import('../setup/electron.mjs').Electron} electron
 * @param {import('./edition.mjs').Edition} edition
 * @param {string} work
 * @returns {Promise<string>} the folder of the packed application
 */
export async function packApplication(root, electron, edition, work) {
  const builder = require.resolve('electron-builder/cli.js')
  const settings = {
    electronDist: electron.folder,
    electronVersion: electron.version,
    'directories.output': work,
    'extraMetadata.version': edition.version,
  }
  const { code, output } = await run(
    process.execPath,
    [
      builder,
      '--linux',
      'dir',
      `--${edition.arch}`,
      '--publish=never',
      ...Object.entries(settings).map(([name, value]) => `-c.${name}=${value}`),
    ],
    { cwd: root, env: { ...process.env, NO_COLOR: '1', NODE_ENV: 'production' } },
  )
  if (code !== 0) throw new Stop(`electron-builder could not pack the application:\n${lastWords(output, 40)}`)
  const application = path.join(
    work,
    edition.arch === 'x64' ? 'linux-unpacked' : `linux-${edition.arch}-unpacked`,
  )
  // The runtime's own application, for an Electron that has none.
  rmSync(path.join(application, 'resources/default_app.asar'), { force: true })
  return application
}
