import type { FilledInputs } from '../../../shared/operationAnswer'
import { writeWordsOf } from '../../../shared/text/writes'
import { type ShownJob, totalOf } from '../../state/jobs'
import { litemailAccounts } from '../../state/litemail'

/** What a job does, with its account: "Remove 12 mailboxes from Acme". `inputs`: of its first row, where they are known. */
export function jobWords(
  { job, counts }: Pick<ShownJob, 'job' | 'counts'>,
  account: string | null,
  inputs: FilledInputs | null = null,
): string {
  const words = writeWordsOf(job.operation)
  if (words === null) return job.operation
  const count = totalOf(counts)
  if (account === null) return words.name
  // Without its inputs an amount is not known.
  return inputs === null && job.operation.startsWith('wallet.')
    ? `${words.name}, ${account}`
    : words.whole({ count, account, inputs: inputs ?? {} })
}

/** The name of an account of Litemail; null: it is not there. */
export const useAccountName = (id: string): string | null =>
  litemailAccounts.use(({ data }) => data?.find((account) => account.id === id)?.name ?? null)
