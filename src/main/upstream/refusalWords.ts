import type { AppErrorOf } from '../../shared/errors'
import { cleanText } from './serviceText'

export type Remarks = AppErrorOf<'rejected'>['remarks']

const MOST_REMARKS = 20

/** What a service remarks about single fields, as it may be shown: at most 20. */
export const cleanRemarks = (
  remarks: readonly { readonly path: readonly (string | number)[]; readonly message: unknown }[],
): Remarks =>
  remarks.slice(0, MOST_REMARKS).flatMap(({ path, message }) => {
    const text = cleanText(message)
    const steps = path
      .slice(0, 8)
      .map((step) => (typeof step === 'number' ? step : (cleanText(step, 60) ?? '')))
    return text === null ? [] : [{ path: steps, message: text }]
  })

/** "Invalid or expired API key: […]": whatever stands there like a piece of a key is left out. */
export const withoutKeyPieces = (message: string | null): string | null =>
  message?.replace(/\bsk_\S+|(?=\S*\d)(?=\S*[A-Za-z])[\w-]{16,}/g, '[…]') ?? null
