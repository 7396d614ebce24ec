import type { LocalCopy } from '../../../shared/backup'
import { fileSize, dataText as text } from '../../../shared/text/window/data'
import { moment } from '../../../shared/text/window/time'
import { Age } from '../../ui/Age'

/** What is known of a local copy without opening it, in the columns of a line. */
export const CopyFacts = ({ copy: { at, why, bytes } }: { readonly copy: LocalCopy }) => (
  <>
    <span className="min-w-40 flex-1">
      {text.whys[why]}
      <span className="block text-sm text-ink-soft">{moment(at)}</span>
    </span>
    <span className="w-24 text-ink-soft">
      <Age at={at} />
    </span>
    <span className="w-16 text-right text-ink-soft">{fileSize(bytes)}</span>
  </>
)
