import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PressedKey, readPressed, readReleased } from '../../../src/renderer/fields/shortcutKeys'
import { accelerator } from '../../../src/shared/desktopState'
import { shortcutWords } from '../../../src/shared/text/window/desktop'

const press = (key: string, code: string, held: Partial<PressedKey> = {}): PressedKey => ({
  key,
  code,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  isAltGraph: false,
  ...held,
})
const ctrlShift = { ctrlKey: true, shiftKey: true }
const recorded = (spelled: string) => ({ kind: 'recorded', accelerator: spelled })

describe('recording a global shortcut', () => {
  it.each([
    ['Space', press(' ', 'Space', ctrlShift), 'Control+Shift+Space'],
    ['a letter', press('m', 'KeyM', { ctrlKey: true, altKey: true }), 'Control+Alt+M'],
    ['a letter with Super', press('m', 'KeyM', { metaKey: true }), 'Super+M'],
    ['a digit that Shift turns into a sign', press('!', 'Digit1', ctrlShift), 'Control+Shift+1'],
    ['a digit of the keypad', press('5', 'Numpad5', { altKey: true }), 'Alt+num5'],
    ['a function key', press('F12', 'F12', { ctrlKey: true }), 'Control+F12'],
    ['an arrow', press('ArrowUp', 'ArrowUp', { altKey: true }), 'Alt+Up'],
    ['Enter', press('Enter', 'Enter', { ctrlKey: true }), 'Control+Return'],
    ['Escape with a modifier', press('Escape', 'Escape', { ctrlKey: true }), 'Control+Escape'],
    ['Backspace with a modifier', press('Backspace', 'Backspace', { altKey: true }), 'Alt+Backspace'],
  ])('takes %s as Electron spells it', (_, pressed, spelled) => {
    expect(readPressed(pressed)).toEqual(recorded(spelled))
  })

  it('takes the letter that the layout has there, not the one of an English keyboard', () => {
    expect(readPressed(press('a', 'KeyQ', { ctrlKey: true }))).toEqual(recorded('Control+A'))
  })

  it('takes the key by its place where the layout has no Latin letter there', () => {
    expect(readPressed(press('ф', 'KeyA', { ctrlKey: true }))).toEqual(recorded('Control+A'))
  })

  it('shows the modifiers while only they are down', () => {
    expect(readPressed(press('Shift', 'ShiftLeft', ctrlShift))).toEqual({
      kind: 'held',
      modifiers: ['Control', 'Shift'],
    })
    expect(readReleased(press('Shift', 'ShiftLeft', { ctrlKey: true }))).toEqual({
      kind: 'held',
      modifiers: ['Control'],
    })
  })

  it('gives up at Escape, turns off at Backspace or Delete, and lets Tab move the focus', () => {
    expect(readPressed(press('Escape', 'Escape'))).toEqual({ kind: 'given-up' })
    expect(readPressed(press('Backspace', 'Backspace'))).toEqual({ kind: 'turned-off' })
    expect(readPressed(press('Delete', 'Delete'))).toEqual({ kind: 'turned-off' })
    expect(readPressed(press('Tab', 'Tab'))).toEqual({ kind: 'left' })
    expect(readPressed(press('Tab', 'Tab', { shiftKey: true }))).toEqual({ kind: 'left' })
  })

  it('refuses what would take a key away from typing', () => {
    expect(readPressed(press('m', 'KeyM'))).toEqual({ kind: 'refused', why: 'no-modifier' })
    expect(readPressed(press('M', 'KeyM', { shiftKey: true }))).toEqual({
      kind: 'refused',
      why: 'no-modifier',
    })
  })

  it('refuses a key that Electron has no name for', () => {
    const media = press('AudioVolumeUp', 'AudioVolumeUp', { ctrlKey: true })
    expect(readPressed(media)).toEqual({ kind: 'refused', why: 'key' })
  })

  it('refuses AltGr, which types characters', () => {
    const typed = press('@', 'KeyQ', { ctrlKey: true, altKey: true, isAltGraph: true })
    expect(readPressed(typed)).toEqual({ kind: 'refused', why: 'alt-graph' })
  })

  it('records nothing that main would not take', () => {
    const codes = ['KeyA', 'Digit7', 'Numpad0', 'F1', 'F24', 'Space', 'Comma', 'PageDown', 'PrintScreen', '']
    const anyPress = fc.record({
      key: fc.oneof(
        fc.constantFrom('a', 'É', ' ', 'Enter', 'Dead', 'F1', 'Tab'),
        fc.string({ maxLength: 3 }),
      ),
      code: fc.constantFrom(...codes),
      ctrlKey: fc.boolean(),
      altKey: fc.boolean(),
      shiftKey: fc.boolean(),
      metaKey: fc.boolean(),
      isAltGraph: fc.boolean(),
    })
    fc.assert(
      fc.property(anyPress, (pressed) => {
        const read = readPressed(pressed)
        return read.kind !== 'recorded' || accelerator.safeParse(read.accelerator).success
      }),
    )
  })
})

describe('a shortcut in words', () => {
  it.each([
    ['Control+Shift+Space', 'Ctrl+Shift+Space'],
    ['CommandOrControl+Alt+Return', 'Ctrl+Alt+Enter'],
    ['Super+num5', 'Super+Keypad 5'],
    ['Alt+PageUp', 'Alt+Page Up'],
  ])('calls %s as people do', (spelled, words) => {
    expect(shortcutWords(spelled)).toBe(words)
  })
})
