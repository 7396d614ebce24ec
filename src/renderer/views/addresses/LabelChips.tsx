import { classes } from '../../ui/classes'
import { labelTone } from './labelTone'
import { Marked } from './Marked'

interface LabelChipsProps {
  readonly labels: readonly string[]
  readonly words?: readonly string[]
}

const none: readonly string[] = []

/** The labels of an address, each in its colour. What has no room is cut; all of them stand in the title. */
export const LabelChips = ({ labels, words = none }: LabelChipsProps) => (
  <span className="flex min-w-0 gap-1 overflow-hidden" title={labels.join(', ')}>
    {labels.map((name) => (
      <LabelMark key={name} name={name} words={words} />
    ))}
  </span>
)

/** One label, to be read. */
export const LabelMark = ({
  name,
  words = none,
}: {
  readonly name: string
  readonly words?: readonly string[]
}) => (
  <span
    className={classes('label-mark min-w-8 truncate rounded-sm px-1.5 text-sm leading-5', labelTone(name))}
  >
    <Marked text={name} words={words} />
  </span>
)
