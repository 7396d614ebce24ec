import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract'
import { call } from '../../bridge'
import type { NewAddressFields } from './newAddressFields'

const PAUSE = 150

/** What main would make of the form as it is typed; null until it said so. */
export function usePreview(
  fields: Pick<NewAddressFields, 'localPart' | 'style' | 'prefix' | 'hasHyphens'>,
): Output<'addresses.preview'> | null {
  const [preview, setPreview] = useState<Output<'addresses.preview'> | null>(null)
  const { style, prefix, hasHyphens } = fields
  const localPart = fields.localPart.trim()
  useEffect(() => {
    let isWanted = true
    const wait = setTimeout(async () => {
      const result = await call('addresses.preview', {
        style,
        hasHyphens,
        ...(localPart === '' ? {} : { localPart }),
        ...(style === 'prefix' ? { prefix: prefix.trim() } : {}),
      })
      // A preview that fails is missed by nobody; what cannot be created is told when it is tried.
      if (isWanted) setPreview(result.ok ? result.value : null)
    }, PAUSE)
    return () => {
      isWanted = false
      clearTimeout(wait)
    }
  }, [localPart, style, prefix, hasHyphens])
  return preview
}
