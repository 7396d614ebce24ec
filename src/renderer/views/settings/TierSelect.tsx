import type { Settings } from '../../../shared/settings'
import { commonText } from '../../../shared/text/window/common'
import { Select } from '../../ui/Select'

type Tier = Settings['domains'][number]['tier']

const TIERS = (['everyone', 'paid'] as const).map((id) => ({ id, text: commonText.tiers[id] }))

interface TierSelectProps {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly value: Tier
  readonly onChange: (tier: Tier) => void
}

/** Which plans a domain is for. */
export const TierSelect = ({ onChange, ...rest }: TierSelectProps) => (
  <Select
    {...rest}
    className="w-40"
    options={TIERS}
    onChange={(id) => onChange(id === 'paid' ? 'paid' : 'everyone')}
  />
)
