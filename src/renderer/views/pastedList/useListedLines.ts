import type { Output } from '../../../shared/contract'
import { call } from '../../bridge'
import { type PausedReading, usePausedReading } from './usePausedReading'

/** Has main read a pasted list while it is typed. */
export const useListedLines = (
  text: string,
  accountId: string,
  domain: string,
  again: number,
): PausedReading<Output<'batches.read'>> =>
  usePausedReading(JSON.stringify([text, accountId, domain, again]), () =>
    call('batches.read', {
      text,
      ...(accountId === '' ? {} : { accountId }),
      ...(domain === '' ? {} : { domain }),
    }),
  )
