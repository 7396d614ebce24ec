import { isSensitiveFact } from '../../../../shared/text/sensitive'
import { useIsSensitiveHidden } from '../../../state/sensitive'
import { Masked } from '../../../ui/Sensitive'
import { NotTold } from '../../fleetList/Value'
import { cellText } from './cellText'

interface AnswerValueProps {
  readonly name: string
  /** As JSON; null: the row has none. */
  readonly cell: string | null
}

/** A value of an answer, as the service told it; balances and links are masked while what is sensitive is hidden. */
export function AnswerValue({ name, cell }: AnswerValueProps) {
  const isHidden = useIsSensitiveHidden()
  if (cell === null) return <NotTold />
  if (isHidden && isSensitiveFact(name, cell)) return <Masked />
  const { words, isText } = cellText(cell)
  if (isText) return <bdi title={words}>{words}</bdi>
  return (
    <span className="font-mono text-sm" title={words}>
      {words}
    </span>
  )
}
