import type { ReactNode } from 'react'
import { sensitiveText } from '../../shared/text/sensitive'
import { useIsSensitiveHidden } from '../state/sensitive'

/** A balance, a link, or what else is masked while "Hide Sensitive" is on. Names that are read aloud: `toldUnlessHidden`. */
export const Sensitive = ({ children }: { readonly children: ReactNode }) =>
  useIsSensitiveHidden() ? <Masked /> : children

/** What stands where something is hidden. */
export const Masked = () => (
  <span className="text-ink-soft">
    <span aria-hidden="true">{sensitiveText.mask}</span>
    <span className="sr-only">{sensitiveText.hidden}</span>
  </span>
)
