import { copyFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Installer } from 'electron-installer-debian'
import { Stop } from '../setup/words.mjs'

/**
 * What Electron and the native modules link to, under the names that releases of Debian and Ubuntu have for it;
 * what these bring along themselves is left out. libnotify is loaded by name when the first notification is shown.
 */
const depends = [
  'libasound2t64 | libasound2',
  'libatk-bridge2.0-0t64 | libatk-bridge2.0-0',
  'libc6 (>= 2.31)',
  'libcups2t64 | libcups2',
  'libdrm2',
  'libgbm1',
  'libgtk-3-0t64 | libgtk-3-0',
  'libnotify4',
  'libnss3',
  'libsecret-1-0',
  'libstdc++6',
  'libudev1',
  'libxkbcommon0',
  'xdg-utils',
]
/**
 * Keys are kept in a Secret Service. Desktops bring one; a bare system gets the first of these. On Wayland what has no
 * window in front (the tray, a command) copies with wl-clipboard.
 */
const recommends = ['gnome-keyring | kwalletmanager | keepassxc', 'wl-clipboard']
/** @type {string[]} */
const suggests = []

const longDescription = `Mailroom puts a fresh e-mail address on the clipboard with one press, and
still knows a year later what each of them was for. The addresses are made at
LikeDo, with your own account; its key stays in the computer's keychain.`

/**
 * Makes the .deb. Everything is root's, and the dates in it are the sources' (dpkg-deb(1), SOURCE_DATE_EPOCH).
 *
 * @param {string} application
 * @param {import('./edition.mjs').Edition} edition
 * @param {{ work: string, isQuick: boolean }} how quick: not compressed
 * @returns {Promise<string>} the file
 */
export async function makeDeb(application, edition, { work, isQuick }) {
  process.env.SOURCE_DATE_EPOCH = String(edition.date)
  // It prepares the package in the system's temporary folder, which may be small.
  process.env.TMPDIR = work
  const installer = new DebInstaller({
    src: application,
    dest: work,
    arch: edition.debArch,
    rename: (/** @type {string} */ dest) => path.join(dest, '<%= name %>_<%= version %>_<%= arch %>.deb'),
    logger: () => undefined,
    options: {
      bin: 'bin/mailroom',
      section: 'net',
      compression: isQuick ? 'none' : 'xz',
      description: 'create temporary e-mail addresses',
      productDescription: longDescription,
      scripts: { postinst: part('postinst'), postrm: part('postrm') },
    },
  })
  try {
    await installer.generateDefaults()
    installer.generateOptions()
    await installer.createStagingDir()
    await installer.createContents()
    await installer.createPackage()
    await installer.movePackage()
  } catch (failure) {
    throw new Stop(`The .deb could not be made: ${failure instanceof Error ? failure.message : failure}`)
  }
  const [file] = installer.options.packagePaths
  if (!file) throw new Stop('dpkg-deb made no .deb.')
  return file
}

const part = (/** @type {string} */ name) =>
  fileURLToPath(new URL(`../../packaging/debian/${name}`, import.meta.url))

/** Puts `share/` of the application where systems look for it, and takes our own list of what it depends on. */
class DebInstaller extends Installer {
  /** @override */
  get contentFunctions() {
    return ['copyApplication', 'copyScripts', 'createBinarySymlink', 'createControl']
  }

  /** @override */
  async copyApplication() {
    await super.copyApplication()
    renameSync(path.join(this.stagingAppDir, 'share'), path.join(this.stagingDir, 'usr/share'))
    copyFileSync(part('apparmor-profile'), path.join(this.stagingAppDir, 'resources/apparmor-profile'))
  }

  /** @override */
  generateOptions() {
    super.generateOptions()
    Object.assign(this.options, { depends, recommends, suggests, enhances: [], preDepends: [] })
    return this.options
  }
}
