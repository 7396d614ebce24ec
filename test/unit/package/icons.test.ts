import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { drawIcon, drawTrayIcon, iconSizes, trayLooks, traySizes } from '../../../scripts/build/icons.mjs'

/** What a PNG's head says, and its rows of pixels, filtered (RFC 2083). */
const read = (png: Uint8Array) => {
  const bytes = Buffer.from(png)
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), rows: inflateSync(dataOf(bytes)) }
}

const dataOf = (bytes: Buffer): Buffer => {
  const parts: Buffer[] = []
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)))
  }
  return Buffer.concat(parts)
}

describe('the icon', () => {
  it.each(iconSizes)('is drawn at %i pixels, and not empty', async (size) => {
    const { width, height, rows } = read(await drawIcon(size))
    expect([width, height]).toEqual([size, size])
    // Each row begins with the number of its filter, then four bytes a pixel.
    expect(rows.length).toBe(size * (1 + size * 4))
    expect(new Set(rows).size).toBeGreaterThan(16)
  })

  it.each(traySizes)('is drawn for the tray at %i pixels, in every state another one', async (size) => {
    const drawn = await Promise.all(trayLooks.map((look) => drawTrayIcon(look, size)))
    for (const picture of drawn) expect([read(picture).width, read(picture).height]).toEqual([size, size])
    expect(new Set(drawn.map((picture) => Buffer.from(picture).toString('base64'))).size).toBe(4)
  })

  it('is the same each time it is drawn', async () => {
    expect(await drawIcon(64)).toEqual(await drawIcon(64))
  })
})
