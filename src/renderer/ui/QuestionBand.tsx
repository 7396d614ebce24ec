import { CircleHelp } from 'lucide-react'
import { useState } from 'react'
import { Band } from './Band'
import { Button } from './Button'
import { focusIfLost, mainPlace } from './focusIfLost'

interface QuestionBandProps<Answer> {
  readonly question: string
  /** What the answers mean. */
  readonly meaning: string
  readonly answers: readonly { readonly label: string; readonly answer: Answer }[]
  /** The question goes once it is answered. */
  readonly onAnswer: (answer: Answer) => Promise<void>
}

/** A band that asks what only the user can know. It is answered once: while an answer is on its way no other is taken. */
export function QuestionBand<Answer>({ question, meaning, answers, onAnswer }: QuestionBandProps<Answer>) {
  const [given, setGiven] = useState<string | null>(null)
  const give = async (label: string, answer: Answer) => {
    if (given !== null) return
    setGiven(label)
    await onAnswer(answer)
    setGiven(null)
    // The question goes, and its buttons with it.
    focusIfLost(mainPlace)
  }
  return (
    <Band
      tone="warn"
      icon={<CircleHelp className="size-4" />}
      action={
        <span className="flex shrink-0 gap-2">
          {answers.map(({ label, answer }) => (
            <Button
              key={label}
              size="small"
              isPending={given === label}
              onPress={() => void give(label, answer)}
            >
              {label}
            </Button>
          ))}
        </span>
      }
    >
      <strong className="font-semibold">{question}</strong> {meaning}
    </Band>
  )
}
