/** What of a pressed key a shortcut is made of (UI Events, "KeyboardEvent"). */
export interface PressedKey {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
  readonly isAltGraph: boolean
}

/** What a key says while a shortcut is recorded. `held`: the modifiers so far, as Electron spells them. */
export type Recording =
  | { readonly kind: 'held'; readonly modifiers: readonly string[] }
  | { readonly kind: 'recorded'; readonly accelerator: string }
  | { readonly kind: 'refused'; readonly why: 'no-modifier' | 'key' | 'alt-graph' }
  | { readonly kind: 'given-up' }
  | { readonly kind: 'turned-off' }
  /** Tab moves the focus, as everywhere. */
  | { readonly kind: 'left' }

const MODIFIERS: ReadonlySet<string> = new Set([
  'Control',
  'Alt',
  'AltGraph',
  'Shift',
  'Meta',
  'Super',
  'Hyper',
  'OS',
  'CapsLock',
  'NumLock',
  'Fn',
])

/** Keys without a character that a shortcut may end in, as Electron spells them ("Accelerator"). */
const NAMED: Readonly<Record<string, string>> = {
  Space: 'Space',
  Tab: 'Tab',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Insert: 'Insert',
  Enter: 'Return',
  NumpadEnter: 'Return',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Escape: 'Escape',
  PrintScreen: 'PrintScreen',
}

const modifiersOf = ({ ctrlKey, altKey, shiftKey, metaKey }: PressedKey): string[] => [
  ...(ctrlKey ? ['Control'] : []),
  ...(altKey ? ['Alt'] : []),
  ...(shiftKey ? ['Shift'] : []),
  ...(metaKey ? ['Super'] : []),
]

/** The key itself. A letter is the one that the keyboard's layout has there; where it has none, that of the key's place. */
function keyOf({ key, code }: PressedKey): string | null {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  const placed = /^(?:Key([A-Z])|Digit(\d))$/.exec(code)
  if (placed !== null) return placed[1] ?? placed[2] ?? null
  const keypad = /^Numpad(\d)$/.exec(code)
  if (keypad !== null) return `num${keypad[1]}`
  if (/^F([1-9]|1\d|2[0-4])$/.test(code)) return code
  return NAMED[code] ?? null
}

/** Reads a key that goes down while a shortcut is recorded. */
export function readPressed(pressed: PressedKey): Recording {
  const modifiers = modifiersOf(pressed)
  if (pressed.isAltGraph) return { kind: 'refused', why: 'alt-graph' }
  if (MODIFIERS.has(pressed.key)) return { kind: 'held', modifiers }
  if (modifiers.length === 0) {
    if (pressed.key === 'Escape') return { kind: 'given-up' }
    if (pressed.key === 'Backspace' || pressed.key === 'Delete') return { kind: 'turned-off' }
  }
  const isTyping = modifiers.every((modifier) => modifier === 'Shift')
  if (pressed.key === 'Tab' && isTyping) return { kind: 'left' }
  const key = keyOf(pressed)
  if (key === null) return { kind: 'refused', why: 'key' }
  if (isTyping) return { kind: 'refused', why: 'no-modifier' }
  return { kind: 'recorded', accelerator: [...modifiers, key].join('+') }
}

/** The modifiers that are still down after a key went up. */
export const readReleased = (released: PressedKey): Recording => ({
  kind: 'held',
  modifiers: modifiersOf(released),
})
