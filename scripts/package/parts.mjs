import {
  chmodSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

/** What a desktop needs beside the application, in the folder where systems look for it below `/usr`. */
export const share = {
  desktopEntry: 'share/applications/mailroom.desktop',
  metainfo: 'share/metainfo/example.mailroom.Mailroom.metainfo.xml',
  copyright: 'share/doc/mailroom/copyright',
  drawing: 'share/icons/hicolor/scalable/apps/mailroom.svg',
  icon: (/** @type {number} */ size) => `share/icons/hicolor/${size}x${size}/apps/mailroom.png`,
}

/**
 * Adds to the packed application what a desktop needs: the launcher, and in `share/` the desktop entry, AppStream's
 * description, the icon at every size and the copyright.
 *
 * @param {string} root the repository
 * @param {string} application
 * @param {import('./edition.mjs').Edition} edition
 */
export function addDesktopParts(root, application, edition) {
  const packaging = (/** @type {string} */ name) => path.join(root, 'packaging', name)
  /** @param {string} name */
  const into = (name) => {
    const place = path.join(application, name)
    mkdirSync(path.dirname(place), { recursive: true })
    return place
  }
  copyFileSync(packaging('launcher.sh'), into('bin/mailroom'))
  chmodSync(into('bin/mailroom'), 0o755)
  copyFileSync(packaging('mailroom.desktop'), into(share.desktopEntry))
  copyFileSync(packaging('icon.svg'), into(share.drawing))
  const icons = path.join(root, 'out/main/icons')
  for (const file of readdirSync(icons)) {
    copyFileSync(path.join(icons, file), into(share.icon(Number(path.parse(file).name))))
  }
  const metainfo = readFileSync(packaging('example.mailroom.Mailroom.metainfo.xml'), 'utf8')
  writeFileSync(into(share.metainfo), fillIn(metainfo, edition))
  const licence = readFileSync(path.join(root, 'LICENSE'), 'utf8')
  writeFileSync(into(share.copyright), copyrightText(readFileSync(packaging('copyright'), 'utf8'), licence))
}

/**
 * AppStream's description of this edition.
 *
 * @param {string} metainfo with its two places to be filled in
 * @param {{ version: string, date: number }} edition
 */
export function fillIn(metainfo, { version, date }) {
  const day = new Date(date * 1000).toISOString().slice(0, 10)
  return metainfo.replaceAll('@VERSION@', version).replaceAll('@DATE@', day)
}

/**
 * Debian's copyright file: its head, then the text of our licence in its form (Debian, "Machine-readable
 * debian/copyright file": each line indented, an empty one a dot).
 *
 * @param {string} head ends with "License: Expat"
 * @param {string} licence
 */
export function copyrightText(head, licence) {
  const terms = licence.slice(licence.indexOf('Permission is hereby granted')).trimEnd().split('\n')
  return `${head.trimEnd()}\n${terms.map((line) => (line === '' ? ' .' : ` ${line}`)).join('\n')}\n`
}

/**
 * Gives every file and folder the mode that it has in a package, whatever it was where it came from: everybody
 * reads; what anybody could run, everybody can. The sandbox's helper runs as root, which is how Chromium's sandbox
 * works where user namespaces do not (Chromium documentation, "Linux SUID Sandbox").
 *
 * @param {string} folder
 */
export function makeReadable(folder) {
  for (const entry of ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) {
    const place = path.join(folder, entry)
    const about = lstatSync(place)
    if (about.isSymbolicLink()) continue
    chmodSync(place, about.isDirectory() || (about.mode & 0o111) !== 0 ? 0o755 : 0o644)
  }
  chmodSync(path.join(folder, 'chrome-sandbox'), 0o4755)
}
