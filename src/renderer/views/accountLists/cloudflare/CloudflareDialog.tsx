import { type ReactNode, useState } from 'react'
import type { LitemailAccount } from '../../../../shared/litemail/account'
import { cloudflareText as text } from '../../../../shared/text/window/accountLists'
import { Choice } from '../../../ui/Choice'
import { KeyPart } from './KeyPart'
import { ZonesPart } from './ZonesPart'

export interface CloudflarePartProps {
  readonly account: LitemailAccount
  readonly onClose: () => void
  /** Chooses what is shown, above the rest. */
  readonly choice: ReactNode
}

const PARTS = ['zones', 'key'] as const

/** Domains that Cloudflare holds are connected, and how Litemail reaches them there. */
export function CloudflareDialog({ account, onClose }: Omit<CloudflarePartProps, 'choice'>) {
  const [part, setPart] = useState<(typeof PARTS)[number]>('zones')
  const Part = part === 'zones' ? ZonesPart : KeyPart
  const choice = (
    <Choice label={text.part} value={part} options={PARTS} labels={text.parts} onChange={setPart} />
  )
  return <Part account={account} onClose={onClose} choice={choice} />
}
