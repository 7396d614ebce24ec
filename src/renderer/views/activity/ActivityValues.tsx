import type { Written } from '../../../shared/activity'
import { activityText } from '../../../shared/text/window/activity'
import { Section } from '../list/details/Section'
import { rowValues } from '../plan/rowValues'

const { details: text } = activityText

/** What stood there before a write, and what was sent. What is not known is said to be so. */
export function ActivityValues({ row }: { readonly row: Written }) {
  const values = rowValues(row.operation, row)
  if (values.length === 0) return null
  return (
    <Section title={text.values}>
      <table className="w-full table-fixed text-left select-text">
        <thead className="text-sm text-ink-soft">
          <tr>
            <th className="pr-2 pb-1 font-medium">{text.field}</th>
            <th className="pr-2 pb-1 font-medium">{text.before}</th>
            <th className="pb-1 font-medium">{text.sent}</th>
          </tr>
        </thead>
        <tbody>
          {values.map(({ name, before, after }) => (
            <tr key={name} className="border-t border-line align-top">
              <th scope="row" className="py-1 pr-2 font-normal wrap-anywhere text-ink-soft">
                {name}
              </th>
              <td className="py-1 pr-2 wrap-anywhere">{beforeWords(before)}</td>
              <td className="py-1 wrap-anywhere">{after ?? text.notSent}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

const beforeWords = (before: string | null | undefined): string => {
  if (before === undefined) return text.nothingBefore
  if (before === null) return text.notKnown
  return before === '' ? text.nothing : before
}
