import { parseArgs } from 'node:util'

/**
 * @typedef {'types' | 'style' | 'build' | 'unit' | 'desktop'} Part
 * @typedef {object} Selection
 * @property {Part[]} parts in the order in which they run
 * @property {string[]} filters parts of file names; none: every file
 * @property {boolean} isLong ten times the seeds
 */

/**
 * Reads the arguments of `npm test -- [check] [unit] [desktop] [part of a file name …] [--long]`. Without words
 * everything runs. The desktop's tests need the application built.
 *
 * @param {string[]} args
 * @returns {Selection}
 */
export function readSelection(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { long: { type: 'boolean', default: false } },
  })
  /** @type {Record<string, Part[]>} */
  const named = { check: ['types', 'style'], unit: ['unit'], desktop: ['build', 'desktop'] }
  const isName = (/** @type {string} */ word) => Object.hasOwn(named, word)
  const filters = positionals.filter((word) => !isName(word))
  const chosen = positionals.filter(isName).flatMap((word) => named[word] ?? [])
  /** @type {Part[]} */
  const everything =
    filters.length > 0 ? ['build', 'unit', 'desktop'] : ['types', 'style', 'build', 'unit', 'desktop']
  return {
    parts: chosen.length > 0 ? everything.filter((part) => chosen.includes(part)) : everything,
    filters,
    isLong: values.long,
  }
}
