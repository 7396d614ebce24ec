import { markParts } from './marks'

/** So much of a text is looked through: no cell shows more of it. */
const MOST_MARKED = 400

interface MarkedProps {
  readonly text: string
  /** What the list was searched for. */
  readonly words: readonly string[]
}

/** A text with the searched words marked in it. */
export function Marked({ text, words }: MarkedProps) {
  if (words.length === 0) return text
  const parts = markParts(text.slice(0, MOST_MARKED), words)
  return (
    <>
      {parts.map(({ text: part, isFound }, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: a part has nothing but its place
        isFound ? <mark key={at}>{part}</mark> : part,
      )}
      {text.slice(MOST_MARKED)}
    </>
  )
}
