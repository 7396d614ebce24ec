import type { Plan } from '../../../shared/account'
import { commonText } from '../../../shared/text/window/common'
import { connectText } from '../../../shared/text/window/connect'
import { fieldsText } from '../../../shared/text/window/fields'
import { requestsComplaint } from '../../fields/complaints'
import { Choice } from '../../ui/Choice'
import { TextField } from '../../ui/TextField'

const PLANS: readonly Plan[] = ['free', 'pro', 'lifetime']

interface PlanFieldProps {
  readonly value: Plan
  readonly onChange: (plan: Plan) => void
}

/** The plan at LikeDo, as the user knows it. */
export const PlanField = (props: PlanFieldProps) => (
  <Choice
    {...props}
    label={connectText.plan}
    options={PLANS}
    labels={commonText.plans}
    hint={connectText.planHint}
  />
)

/** The user's own figure, as typed: nothing leaves it to the plan. */
export const requestsOf = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed))

export const isRequestsFit = (typed: string) => typed.trim() === '' || requestsComplaint(typed) === null

interface RequestsFieldProps {
  readonly value: string
  readonly onChange: (typed: string) => void
  readonly isTried: boolean
}

/** How many requests an hour Mailroom may make, where the user knows better than the plan. */
export const RequestsField = (props: RequestsFieldProps) => (
  <TextField
    {...props}
    label={connectText.requestsPerHour}
    isOptional
    inputMode="numeric"
    complaint={isRequestsFit(props.value) ? null : fieldsText.requestsPerHour.number}
    hint={connectText.requestsHint}
  />
)
