import type { DomainFacets } from '../../../shared/domain'
import type { HealthChoice } from '../../../shared/health'
import { healthText } from '../../../shared/text/window/health'
import type { Filled } from '../fleetList/WordFilter'
import { Filter } from '../list/Filter'

const CHOICES = Object.keys(healthText.choices)
const isChoice = (id: string): id is HealthChoice => CHOICES.includes(id)

interface HealthFilterProps extends Filled {
  readonly chosen: readonly HealthChoice[]
  readonly counted: DomainFacets['health']
  readonly onChange: (chosen: HealthChoice[]) => void
}

/** Filters by what domains miss. */
export const HealthFilter = ({ chosen, counted, onChange, ...rest }: HealthFilterProps) => (
  <Filter
    {...rest}
    name={healthText.filter}
    chosen={chosen}
    choices={counted.map(({ name, count }) => ({ id: name, text: healthText.choices[name], count }))}
    isMultiple
    nameOf={(id) => (isChoice(id) ? healthText.choices[id] : id)}
    onChange={(ids) => onChange(ids.filter(isChoice))}
  />
)
