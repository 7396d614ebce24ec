import { type Clipboard, clipboard } from 'electron'

/** The selection that the middle button pastes. Electrons older than the pinned one take its name beside the text instead. */
export const middleButton: Pick<Clipboard, 'readText' | 'writeText' | 'clear'> = clipboard.selection ?? {
  readText: async () => older.readText('selection'),
  writeText: async (text: string) => older.writeText(text, 'selection'),
  clear: () => older.clear('selection'),
}
// Electron 33, "clipboard.readText([type])", "clipboard.writeText(text[, type])", "clipboard.clear([type])".
const older = clipboard as unknown as {
  readText(type: 'selection'): string
  writeText(text: string, type: 'selection'): void
  clear(type: 'selection'): void
}
