import { Check, ChevronsUpDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { Text } from 'react-aria-components/Text'
import { classes } from './classes'
import { fieldLooks } from './fieldLooks'

export interface Option {
  readonly id: string
  readonly text: string
  /** A remark beside the text. */
  readonly remark?: string
}

interface SelectProps {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly value: string
  readonly options: readonly Option[]
  readonly onChange: (id: string) => void
  readonly hint?: string | undefined
  readonly isMono?: boolean
  readonly isDisabled?: boolean
  readonly className?: string
}

/** One of many, shown when asked for. */
export function Select({ label, options, hint, isMono = false, ...props }: SelectProps) {
  const font = isMono && 'font-mono'
  return (
    <AriaSelect
      value={props.value}
      onChange={(key) => {
        if (key !== null) props.onChange(String(key))
      }}
      isDisabled={props.isDisabled ?? false}
      {...(props.isLabelHidden === true ? { 'aria-label': label } : {})}
      className={classes('flex min-w-0 flex-col gap-1', props.className)}
    >
      {props.isLabelHidden !== true && <Label className={fieldLooks.label}>{label}</Label>}
      <Button
        className={classes(
          'flex h-8 w-full cursor-default items-center gap-2 rounded-md border border-control-line bg-canvas pr-2 pl-2.5 text-left text-base data-disabled:opacity-60 data-hovered:bg-hover',
        )}
      >
        <SelectValue className={classes('min-w-0 flex-1 truncate', font)}>
          {({ selectedText }) => selectedText}
        </SelectValue>
        <ChevronsUpDown className="size-3.5 shrink-0 text-ink-soft" aria-hidden="true" />
      </Button>
      {hint !== undefined && (
        <Text slot="description" className={fieldLooks.hint}>
          {hint}
        </Text>
      )}
      <Popover
        offset={4}
        className="max-h-72 min-w-(--trigger-width) animate-enter overflow-auto rounded-lg border border-line bg-raised p-1 shadow-floating"
      >
        <ListBox items={options} className="outline-none">
          {({ id, text, remark }) => (
            <ListBoxItem
              id={id}
              textValue={text}
              className="flex min-h-7 cursor-default items-center gap-2 rounded-md px-2 py-1 data-focused:bg-hover data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus"
            >
              {({ isSelected }) => (
                <>
                  <span className={classes('min-w-0 flex-1 truncate', font)}>{text}</span>
                  {remark !== undefined && <span className="text-sm text-ink-soft">{remark}</span>}
                  <Check
                    className={classes('size-3.5 shrink-0 text-accent-ink', !isSelected && 'invisible')}
                    aria-hidden="true"
                  />
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
