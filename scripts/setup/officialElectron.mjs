import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { cacheFolder, requireRoom } from './cache.mjs'
import { during, isDiskFull, say } from './words.mjs'

/** How long the download may stand still before it counts as out of reach. */
const STALL_MS = 10_000

/** The official download did not come, or did not come whole; its message says why. */
export class OutOfReach extends Error {}

/**
 * Downloads Electron from its release host with Electron's own downloader, checked against the checksums that the
 * npm package `electron` brings along, and unpacks it. HTTPS_PROXY, ELECTRON_MIRROR and `electron_config_cache` are
 * honoured as in Electron's own installer (Electron documentation, "Advanced Installation Instructions").
 *
 * @param {string} root the repository, its npm packages installed
 * @param {string} version
 * @param {string} work an empty folder for what is on its way
 * @param {string} dist where the runtime shall be
 * @returns {Promise<void>} rejects with `OutOfReach` where it cannot be had from here
 */
export async function downloadOfficial(root, version, work, dist) {
  if (process.env.HTTPS_PROXY || process.env.https_proxy) process.env.ELECTRON_GET_USE_PROXY ??= '1'
  const { downloadArtifact } = await import('@electron/get')
  const { extract } = await import('@electron-internal/extract-zip')
  const file = createRequire(path.join(root, 'package.json')).resolve('electron/checksums.json')
  requireRoom(cacheFolder(), 500e6)

  const stall = new AbortController()
  const giveUp = () => stall.abort(new Error(`nothing came for ${STALL_MS / 1000} s`))
  let timer = setTimeout(giveUp, STALL_MS)
  let told = 0
  try {
    const zip = await during(`Downloading Electron ${version}`, () =>
      downloadArtifact({
        version,
        artifactName: 'electron',
        platform: process.platform,
        arch: process.arch,
        checksums: JSON.parse(readFileSync(file, 'utf8')),
        tempDirectory: work,
        ...(process.env.electron_config_cache ? { cacheRoot: process.env.electron_config_cache } : {}),
        downloadOptions: {
          quiet: true,
          signal: stall.signal,
          /** @param {{ percent: number }} progress */
          getProgressCallback({ percent }) {
            clearTimeout(timer)
            timer = setTimeout(giveUp, STALL_MS)
            if (percent < told + 0.25) return
            told = percent
            say(`Downloading Electron ${version}: ${Math.round(percent * 100)} %`)
          },
        },
      }),
    )
    clearTimeout(timer)
    await extract(zip, { dir: dist })
  } catch (failure) {
    const message = failure instanceof Error ? whyOf(failure) : String(failure)
    if (isDiskFull(message)) throw failure
    throw new OutOfReach(message)
  } finally {
    clearTimeout(timer)
  }
}

/** @param {Error} failure */
function whyOf(failure) {
  const cause = failure.cause instanceof Error ? failure.cause.message : ''
  return [failure.message, cause].filter(Boolean).join(': ').split('\n', 1)[0] ?? failure.name
}
