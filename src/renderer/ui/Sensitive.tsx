import type { ReactNode } from 'react'
import { hasLink, sensitiveText } from '../../shared/text/sensitive'
import { useIsSensitiveHidden } from '../state/sensitive'

/** A balance, a link, or what else is masked while "Hide Sensitive" is on. Names that are read aloud: `toldUnlessHidden`. */
export const Sensitive = ({ children }: { readonly children: ReactNode }) =>
  useIsSensitiveHidden() ? <Masked /> : children

/** A text that is masked so where a link stands in it. */
export const MaybeLink = ({ text, children }: { readonly text: string; readonly children: ReactNode }) =>
  hasLink(text) ? <Sensitive>{children}</Sensitive> : children

/** What stands where something is hidden. */
export const Masked = () => (
  <span className="text-ink-soft">
    <span aria-hidden="true">{sensitiveText.mask}</span>
    <span className="sr-only">{sensitiveText.hidden}</span>
  </span>
)
