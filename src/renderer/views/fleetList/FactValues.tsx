import { EyeOff } from 'lucide-react'
import { dayAndTime } from '../../../shared/text/time'
import { daysTo, NEAR_DAYS } from '../../../shared/text/window/due'
import { fleetListText } from '../../../shared/text/window/fleetList'
import { moment } from '../../../shared/text/window/time'
import { Age, useNow } from '../../ui/Age'
import { Due } from '../../ui/Due'
import { MaybeLink, Sensitive } from '../../ui/Sensitive'
import { Fact } from '../list/details/Fact'
import { LabelMark } from '../list/LabelChips'
import { NotTold } from './Value'

interface FactProps<T> {
  readonly name: string
  readonly value: T | null
}

interface TextFactProps extends FactProps<string> {
  /** It says where something leads: masked in any form while what is sensitive is hidden. */
  readonly isLink?: boolean
}

/** A text of the service; '' where it says that there is none. */
export const TextFact = ({ name, value, isLink = false }: TextFactProps) => (
  <Fact name={name}>
    {value === null ? (
      <NotTold />
    ) : value === '' ? (
      fleetListText.none
    ) : isLink ? (
      <Sensitive>
        <bdi>{value}</bdi>
      </Sensitive>
    ) : (
      <MaybeLink text={value}>
        <bdi>{value}</bdi>
      </MaybeLink>
    )}
  </Fact>
)

/** A moment that has been. */
export const PastFact = ({ name, value }: FactProps<number>) => (
  <Fact name={name}>{value === null ? <NotTold /> : moment(value)}</Fact>
)

/** When Mailroom last read it. */
export const ReadFact = ({ at }: { readonly at: number }) => (
  <Fact name={fleetListText.facts.read}>
    {moment(at)}{' '}
    <span className="text-ink-soft">
      (<Age at={at} />)
    </span>
  </Fact>
)

/** A moment that is awaited. */
export function DueFact({ name, value }: FactProps<number>) {
  const days = daysTo(value ?? 0, useNow())
  return (
    <Fact name={name}>
      {value === null ? <NotTold /> : moment(value)}
      {value !== null && days >= 0 && days <= NEAR_DAYS && (
        <span className="text-ink-soft">
          {' '}
          (<Due at={value} />)
        </span>
      )}
    </Fact>
  )
}

export const TagsFact = ({ tags }: { readonly tags: readonly string[] }) => (
  <Fact name={fleetListText.facts.tags}>
    {tags.length === 0 ? (
      <span className="text-ink-soft">{fleetListText.noTags}</span>
    ) : (
      <span className="flex flex-wrap gap-1">
        {tags.map((tag) => (
          <LabelMark key={tag} name={tag} />
        ))}
      </span>
    )}
  </Fact>
)

/** A whole reading of its list did not meet it. */
export const UnseenNote = ({ readAt }: { readonly readAt: number }) => (
  <div className="flex items-start gap-2 rounded-md border border-warn-line bg-warn-soft px-3 py-2 text-warn-ink select-text">
    <EyeOff className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
    <div>
      <p className="font-medium first-letter:uppercase">
        {fleetListText.unseenSince(dayAndTime(readAt, useNow()))}
      </p>
      <p>{fleetListText.unseenMeaning}</p>
    </div>
  </div>
)
