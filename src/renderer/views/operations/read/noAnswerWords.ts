import { isAnswerKept } from '../../../../shared/answerKeeping'
import type { ApiPath } from '../../../../shared/apiPath'
import type { AnyOperation } from '../../../../shared/litemail/operation'
import { operationReadsText as text } from '../../../../shared/text/window/operationReads'
import type { PathsAccount } from '../../../state/apiPaths'

/** Why no answer stands where one would: it was never asked, or what it answered is not kept. `row`: how it stands. */
export function noAnswerWords(
  { service }: Pick<PathsAccount, 'service'>,
  operation: Pick<AnyOperation, 'effect'>,
  row: Pick<ApiPath, 'last' | 'workedAt'> | undefined,
): string | null {
  if (row === undefined) return null
  if (row.last === null && row.workedAt === null) return text.notAsked
  return isAnswerKept(service, operation) ? text.noneKept : text.notKept
}
