import type { ReadSample } from '../../../shared/apiFile'
import type { Parsed } from '../../../shared/contract'
import type { AppError } from '../../../shared/errors'
import { err, ok, type Result } from '../../../shared/result'
import { readCurl } from '../../rules/samples/curlSample'
import { mapOfSample } from '../../rules/samples/sampleMap'
import type { Context } from '../context'
import { findAskedOperation } from './askedAccount'
import { mapOf } from './mapOf'

/**
 * How an operation of an account would be asked as a sample of its documentation shows it, a command line for curl; what no
 * sample says stays as it is drafted, or as it is now. Changes nothing, sends nothing. `api-sample`: it cannot be read.
 */
export async function readSampleOf(
  context: Context,
  { accountId, operation: id, text, map: drafted }: Parsed<'apiPaths.readCurl'>,
): Promise<Result<ReadSample, AppError>> {
  const asking = await findAskedOperation(context, accountId, id)
  if (!asking.ok) return asking
  const { account, operation } = asking.value
  const now = await mapOf(context, accountId, operation)
  if (!now.ok) return now
  const sample = readCurl(text)
  if (!sample.ok) return err({ kind: 'api-sample', problem: sample.error })
  const read = mapOfSample(operation, sample.value, account.server.basePath, drafted ?? now.value.map)
  if (typeof read === 'string') return err({ kind: 'api-sample', problem: read })
  return ok({ map: read.map, dropped: [...read.dropped], unplaced: [...read.unplaced] })
}
