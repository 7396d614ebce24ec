import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'

vi.mock('electron', () => ({ nativeTheme: {} }))

it('an empty window has the colour of the page that comes into it, light and dark', async () => {
  const { canvas } = await import('../../../src/main/desktop/theme')
  const tokens = readFileSync(join(import.meta.dirname, '../../../src/renderer/ui/tokens.css'), 'utf8')
  const colours = [...tokens.matchAll(/--canvas:\s*(#[0-9a-f]{6});/g)].map(([, colour]) => colour)
  expect(colours).toEqual([canvas.light, canvas.dark])
})
