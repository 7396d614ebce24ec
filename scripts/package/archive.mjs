import { renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { lastWords, run } from '../setup/run.mjs'
import { Stop } from '../setup/words.mjs'

/** What someone who unpacks the archive has to know, and nobody else tells them. */
const readMe = `Mailroom starts with bin/mailroom, from wherever this folder is.

Chromium's sandbox needs user namespaces. Where the system keeps them from programs (Ubuntu 24.04 and newer does),
it needs instead, once and in a folder that only root can write to:

  sudo chown root:root chrome-sandbox && sudo chmod 4755 chrome-sandbox

share/ holds what desktops look for below /usr or ~/.local: entry in the menu, icons and description.
`

/**
 * Makes the tar.gz: one folder with the application, all of root's.
 *
 * @param {string} application
 * @param {import('./edition.mjs').Edition} edition
 * @param {{ work: string, isQuick: boolean }} how quick: larger, in a quarter of the time
 * @returns {Promise<string>} the file
 */
export async function makeArchive(application, { version, arch, date }, { work, isQuick }) {
  const name = `mailroom-${version}-linux-${arch}`
  const file = path.join(work, `${name}.tar.gz`)
  const folder = path.join(work, name)
  renameSync(application, folder)
  const note = path.join(folder, 'README.txt')
  try {
    writeFileSync(note, readMe)
    const { code, output } = await run('tar', [
      '--create',
      `--file=${file}`,
      `--use-compress-program=gzip --no-name ${isQuick ? '-1' : '-6'}`,
      '--sort=name',
      '--owner=root:0',
      '--group=root:0',
      `--mtime=@${date}`,
      `--directory=${work}`,
      name,
    ])
    if (code !== 0) throw new Stop(`tar could not make ${path.basename(file)}:\n${lastWords(output)}`)
  } finally {
    rmSync(note, { force: true })
    renameSync(folder, application)
  }
  return file
}
