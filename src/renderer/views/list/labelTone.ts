/** The calm colours of labels (`ui/tokens.css`). */
export const LABEL_TONES = ['blue', 'teal', 'green', 'olive', 'amber', 'rose', 'purple', 'slate'] as const

/** The class that colours a label: the same for a name wherever it stands, in whatever case. */
export function labelTone(name: string): string {
  let sum = 0
  for (const character of name.trim().toLowerCase()) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return `label-${LABEL_TONES[sum % LABEL_TONES.length]}`
}
