import { classes } from '../../ui/classes'
import { labelTone } from './labelTone'
import { Marked } from './Marked'
import { markParts } from './marks'
import { isSameLabel } from './sameLabel'

interface LabelChipsProps {
  readonly labels: readonly string[]
  readonly words?: readonly string[]
  /** What the list is filtered by. */
  readonly wanted?: readonly string[]
}

const none: readonly string[] = []

/** The labels of an address, each in its colour, as many as have room; all of them stand in the title. */
export function LabelChips({ labels, words = none, wanted = none }: LabelChipsProps) {
  const inOrder = soughtFirst(labels, words, wanted)
  const shown = inOrder.slice(0, countFitting(inOrder))
  return (
    <span className="flex min-w-0 gap-1" title={labels.join(', ')}>
      {shown.map((name) => (
        <LabelMark key={name} name={name} words={words} />
      ))}
      {shown.length < labels.length && (
        <span className="shrink-0 text-sm leading-5 text-ink-soft">+{labels.length - shown.length}</span>
      )}
    </span>
  )
}

/** What the list was searched or filtered for is not among those that have no room. */
function soughtFirst(
  labels: readonly string[],
  words: readonly string[],
  wanted: readonly string[],
): readonly string[] {
  const isSought = (name: string) =>
    wanted.some((other) => isSameLabel(other, name)) || markParts(name, words).some((part) => part.isFound)
  return [...labels.filter(isSought), ...labels.filter((name) => !isSought(name))]
}

/** So many characters have room side by side in a column of labels, each label's own edges counted. */
const ROOM = 17
const EDGES = 3

/** The first always, however long: it is cut. */
function countFitting(labels: readonly string[]): number {
  let room = ROOM
  const count = labels.findIndex(({ length }) => {
    room -= length + EDGES
    return room < 0
  })
  return count < 0 ? labels.length : Math.max(1, count)
}

/** One label, to be read. */
export const LabelMark = ({
  name,
  words = none,
}: {
  readonly name: string
  readonly words?: readonly string[]
}) => (
  <span
    className={classes('label-mark min-w-0 truncate rounded-sm px-1.5 text-sm leading-5', labelTone(name))}
  >
    <Marked text={name} words={words} />
  </span>
)
