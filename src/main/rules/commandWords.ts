/** Words as one line for a shell (POSIX, "Shell Command Language", 2.2.2): what is not plain stands in single quotes. */
export function shellLine(words: readonly string[]): string {
  return words
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(' ')
}

/**
 * Words as the value of a desktop entry's `Exec` (Desktop Entry Specification, "The Exec key"): quoted as that says,
 * a percent sign doubled, and every backslash doubled once more because the value is a string of the file.
 */
export function execValue(words: readonly string[]): string {
  const quoted = words.map((word) => {
    const plain = word.replaceAll('%', '%%')
    return /^[\w@%+=:,./-]+$/.test(plain) ? plain : `"${plain.replace(/["`$\\]/g, '\\$&')}"`
  })
  return quoted.join(' ').replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t')
}
