import { useId } from 'react'
import type { AnyOperation } from '../../../../shared/litemail/operation'
import { operationReadsText as text } from '../../../../shared/text/window/operationReads'
import { Fact, Facts } from '../../list/details/Fact'

/** What a write needs: the names of its inputs, and what each one is. */
export function InputNames({ operation: { input } }: { readonly operation: AnyOperation }) {
  const title = useId()
  return (
    <section aria-labelledby={title} className="flex flex-col gap-2">
      <h3 id={title} className="font-semibold">
        {text.inputs}
      </h3>
      {input.length === 0 ? (
        <p className="text-ink-soft">{text.noInputs}</p>
      ) : (
        <Facts>
          {input.map(({ name, type, isRequired, choices }) => (
            <Fact key={name} name={name}>
              {choices === undefined ? text.types[type] : choices.join(', ')}
              {isRequired && <span className="text-ink-soft"> · {text.needed}</span>}
            </Fact>
          ))}
        </Facts>
      )}
    </section>
  )
}
