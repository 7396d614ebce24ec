import { exactPieces } from './exactPieces'

/** A text to the letter: spaces that would be missed are marked, and what cannot be seen is spelled out. */
export const Exactly = ({ text }: { readonly text: string }) => (
  <bdi dir="ltr" className="whitespace-pre-wrap">
    {exactPieces(text).map(({ kind, text: piece }, place) =>
      kind === 'text' ? (
        piece
      ) : (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text stand in one order
          key={place}
          className={
            kind === 'spaces' ? 'border-b border-dotted border-warn-ink bg-warn-soft' : 'text-warn-ink'
          }
        >
          {piece}
        </span>
      ),
    )}
  </bdi>
)
