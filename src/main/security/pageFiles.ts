import { readdirSync } from 'node:fs'
import { extname, sep } from 'node:path'

/** What a page is made of. What ends otherwise (a source map, a note) is not served. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

export interface PageFile {
  /** Absolute. */
  readonly path: string
  readonly type: string
}

/**
 * The files below `folder` by the path that asks for them (`/assets/index.js`). A list made beforehand:
 * a request is looked up in it and never becomes a file name, so no path leads out of the folder.
 * Throws where the folder cannot be read: there is no window without it.
 */
export function listPageFiles(folder: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>()
  const walk = (inside: string, prefix: string) => {
    for (const entry of readdirSync(inside, { withFileTypes: true })) {
      const path = `${inside}${sep}${entry.name}`
      const type = types[extname(entry.name)]
      if (entry.isDirectory()) walk(path, `${prefix}${entry.name}/`)
      else if (entry.isFile() && type !== undefined) files.set(`${prefix}${entry.name}`, { path, type })
    }
  }
  walk(folder, '/')
  return files
}
