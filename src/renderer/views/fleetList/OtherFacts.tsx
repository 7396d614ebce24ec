import { isSensitiveFact } from '../../../shared/text/sensitive'
import { fleetListText } from '../../../shared/text/window/fleetList'
import { Sensitive } from '../../ui/Sensitive'
import { Section } from '../list/details/Section'

/** What a service told beside what Mailroom knows a place for, by its own names. */
export function OtherFacts({
  other,
}: {
  readonly other: readonly { readonly name: string; readonly value: string }[]
}) {
  return (
    <Section title={fleetListText.other}>
      {other.length === 0 ? (
        <p className="text-ink-soft">{fleetListText.nothingElse}</p>
      ) : (
        <table aria-label={fleetListText.other} className="w-full table-fixed text-left select-text">
          <thead className="sr-only">
            <tr>
              <th scope="col">{fleetListText.otherName}</th>
              <th scope="col">{fleetListText.otherValue}</th>
            </tr>
          </thead>
          <tbody>
            {other.map(({ name, value }) => (
              <tr key={name} className="border-b border-line last:border-0">
                <th scope="row" className="w-2/5 py-1 pr-3 align-top font-normal wrap-anywhere text-ink-soft">
                  <bdi>{name}</bdi>
                </th>
                <td className="py-1 align-top wrap-anywhere">
                  {isSensitiveFact(name, value) ? (
                    <Sensitive>
                      <bdi>{value}</bdi>
                    </Sensitive>
                  ) : (
                    <bdi>{value}</bdi>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
