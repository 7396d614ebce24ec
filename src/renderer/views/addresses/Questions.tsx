import { HideDialog } from './HideDialog'
import { LabelDialog } from './LabelDialog'
import type { Question } from './useDeeds'

interface QuestionsProps {
  readonly question: Question
  readonly onClose: () => void
}

/** What has to be asked before something is done to several addresses. */
export const Questions = (props: QuestionsProps) =>
  props.question.what === 'hide' ? <HideDialog {...props} /> : <LabelDialog {...props} />
