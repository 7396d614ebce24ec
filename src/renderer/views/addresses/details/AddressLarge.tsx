import { Fragment } from 'react'
import { breakAddress } from './breakAddress'

/** An address large enough to be read aloud. Copied by hand it is in one piece. */
export const AddressLarge = ({ email }: { readonly email: string }) => (
  <h2 className="font-mono text-address font-medium wrap-anywhere select-text">
    {breakAddress(email).map((piece, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name
      <Fragment key={place}>
        {place > 0 && <wbr />}
        {piece}
      </Fragment>
    ))}
  </h2>
)
