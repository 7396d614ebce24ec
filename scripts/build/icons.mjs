import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** In pixels; what the hicolor theme knows and desktops ask for (Icon Theme Specification). */
export const iconSizes = [16, 22, 24, 32, 48, 64, 128, 256, 512]
/** In pixels; what panels ask for, at once and at twice their size. */
export const traySizes = [16, 22, 24, 32, 48]
/** The tray's icon in each of its states; see `rules/trayMenu.ts`. */
export const trayLooks = ['normal', 'busy', 'offline', 'attention']
/** Up to here the drawing with fewer details is the clearer one. */
const LARGEST_SMALL = 24

const source = (/** @type {string} */ name) =>
  fileURLToPath(new URL(`../../packaging/${name}`, import.meta.url))

/** @type {Promise<typeof import('@resvg/resvg-wasm')> | undefined} */
let renderer

function loadRenderer() {
  renderer ??= (async () => {
    const resvg = await import('@resvg/resvg-wasm')
    const program = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
    await resvg.initWasm(await readFile(program))
    return resvg
  })()
  return renderer
}

/**
 * Draws the icon as a PNG.
 *
 * @param {number} size edge, in pixels
 * @returns {Promise<Uint8Array>}
 */
export async function drawIcon(size) {
  return draw(size <= LARGEST_SMALL ? 'icon-small.svg' : 'icon.svg', size)
}

/**
 * Draws the tray's icon as a PNG.
 *
 * @param {string} look
 * @param {number} size edge, in pixels
 * @returns {Promise<Uint8Array>}
 */
export async function drawTrayIcon(look, size) {
  return draw(`tray-${look}.svg`, size)
}

/**
 * @param {string} name
 * @param {number} size
 * @returns {Promise<Uint8Array>}
 */
async function draw(name, size) {
  const { Resvg } = await loadRenderer()
  const drawing = await readFile(source(name), 'utf8')
  return new Resvg(drawing, { fitTo: { mode: 'width', value: size } }).render().asPng()
}

/**
 * Puts the icon at every size into `icons/` beside main's bundle: the window takes one of them, a package all; and
 * the tray's into `tray/`.
 *
 * @returns {import('vite').Plugin}
 */
export function icons() {
  return {
    name: 'mailroom:icons',
    apply: 'build',
    async generateBundle() {
      for (const size of iconSizes) {
        this.emitFile({ type: 'asset', fileName: `icons/${size}.png`, source: await drawIcon(size) })
      }
      for (const look of trayLooks) {
        for (const size of traySizes) {
          const fileName = `tray/${look}-${size}.png`
          this.emitFile({ type: 'asset', fileName, source: await drawTrayIcon(look, size) })
        }
      }
    },
  }
}
