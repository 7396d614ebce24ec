import { fleetListText } from '../../../shared/text/window/fleetList'
import type { MenuChoice } from '../../ui/ChoiceMenu'

interface Counted {
  readonly name: string | null
  readonly count: number
  readonly title?: string | undefined
  readonly color?: string | undefined
}

/** Words of a service as choices of a menu; "not told" is one too. No text of a service is taken for it. */
const TOLD = 'is:'
const NOT_TOLD = 'not-told'

export const choiceId = (name: string | null): string => (name === null ? NOT_TOLD : TOLD + name)
export const choiceName = (id: string): string | null => (id === NOT_TOLD ? null : id.slice(TOLD.length))

/** What a choice is called. `spell`: as people read the word. */
export const choiceText = (name: string | null, spell: (word: string) => string = (word) => word): string =>
  name === null ? fleetListText.notTold : spell(name)

export const choicesOf = (
  counted: readonly Counted[],
  spell?: (word: string) => string,
): readonly MenuChoice[] =>
  counted.map(({ name, count, title, color }) => ({
    id: choiceId(name),
    text: title ?? choiceText(name, spell),
    count,
    ...(color === undefined ? {} : { color }),
  }))
