/**
 * How Mailroom starts itself to hold a text on the clipboard when its own process ends. Chromium's switches spare what
 * nobody looks at: a process and drivers for graphics. No part of the command line that people use: with anything
 * beside it, or without all of it, it is no option.
 */
export const holderWords: readonly string[] = [
  '--hold-clipboard',
  '--ozone-platform=x11',
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--in-process-gpu',
]

/** What the holder answers, in a line, once other programs read the text from it. */
export const HELD = 'held'

/** Whether a process was started to hold a text, and for nothing else. `words`: what stands behind the program's name. */
export const isHolderStart = (words: readonly string[]): boolean =>
  words.length === holderWords.length && words.every((word, at) => word === holderWords[at])
