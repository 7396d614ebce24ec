import { Fragment } from 'react'
import { breakAddress } from './breakAddress'

/**
 * An address, or a domain, large enough to be read aloud; an address's domain goes to a line of its own before it is
 * broken. Copied by hand it is in one piece. Open details put the keyboard here.
 */
export function Large({ text }: { readonly text: string }) {
  const at = text.lastIndexOf('@')
  const end = at < 0 ? text.length : at
  return (
    <h2
      data-details="panel"
      tabIndex={-1}
      // Its pieces would be read with pauses between them.
      aria-label={text}
      className="line-clamp-12 w-fit max-w-full rounded-sm font-mono text-address font-medium wrap-anywhere select-text"
    >
      <Pieces text={text.slice(0, end)} />
      <wbr />
      <span className="inline-block max-w-full">
        <Pieces text={text.slice(end)} />
      </span>
    </h2>
  )
}

const Pieces = ({ text }: { readonly text: string }) =>
  breakAddress(text).map((piece, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name
    <Fragment key={place}>
      {place > 0 && <wbr />}
      {piece}
    </Fragment>
  ))
