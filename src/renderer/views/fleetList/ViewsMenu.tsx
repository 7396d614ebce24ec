import { Bookmark, Check, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { explain } from '../../../shared/text/errors'
import { commonText } from '../../../shared/text/window/common'
import { savedViewsText } from '../../../shared/text/window/fleetList'
import { savedViews } from '../../state/savedViews'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { focusIfLost } from '../../ui/focusIfLost'
import { SaveViewDialog } from './SaveViewDialog'

/** A view under a name, as the menu offers it. */
export interface OfferedView {
  readonly id: string
  readonly name: string
  /** The list shows exactly this now. */
  readonly isShown: boolean
  readonly onShow: () => void
  readonly onRemove: () => void
}

interface ViewsMenuProps {
  readonly views: readonly OfferedView[]
  /** Keeps what the list shows now. True when it is kept. */
  readonly onSave: (name: string) => Promise<boolean>
}

/** "Views": those that were given a name, and the way to another one. */
export function ViewsMenu({ views, onSave }: ViewsMenuProps) {
  const { data, error } = savedViews.use()
  const place = useRef<HTMLSpanElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [isSaving, setIsSaving] = useState(false)
  const shown = views.find(({ isShown }) => isShown)
  const toTrigger = () => focusIfLost(() => place.current?.querySelector('button'))
  return (
    <span ref={place} className="min-w-0">
      <DialogTrigger
        isOpen={isOpen}
        onOpenChange={(opens) => {
          setIsOpen(opens)
          if (opens) void savedViews.refresh()
        }}
      >
        <Button
          look="quiet"
          {...(shown === undefined ? {} : { 'aria-label': savedViewsText.current(shown.name) })}
          icon={<Bookmark className="size-4 shrink-0" aria-hidden="true" />}
        >
          {savedViewsText.menu}
          {shown !== undefined && (
            <bdi className="hidden max-w-40 truncate font-normal @min-[1100px]/list:inline">{shown.name}</bdi>
          )}
        </Button>
        <Popover
          placement="bottom end"
          offset={4}
          aria-label={savedViewsText.menu}
          className="flex max-h-80 w-72 animate-enter flex-col overflow-auto rounded-lg border border-line bg-raised p-1 shadow-floating outline-none"
        >
          {data === null ? (
            <p className="px-2 py-1 text-ink-soft">
              {error === null ? commonText.loading : `${savedViewsText.failed}: ${explain(error).reason}.`}
            </p>
          ) : (
            <ul>
              {views.map((view) => (
                <Offer key={view.id} view={view} onDone={() => setIsOpen(false)} />
              ))}
              {views.length === 0 && <li className="px-2 py-1 text-ink-soft">{savedViewsText.none}</li>}
            </ul>
          )}
          <AriaButton
            className={classes(row, 'mt-1 w-full border-t border-line')}
            onPress={() => {
              setIsOpen(false)
              setIsSaving(true)
            }}
          >
            {savedViewsText.save}
          </AriaButton>
        </Popover>
      </DialogTrigger>
      {isSaving && (
        <SaveViewDialog
          names={views.map(({ name }) => name)}
          onSave={onSave}
          onClose={() => {
            setIsSaving(false)
            toTrigger()
          }}
        />
      )}
    </span>
  )
}

const row =
  'flex min-h-8 min-w-0 cursor-default items-center gap-2 rounded-md px-2 py-1 text-left data-hovered:bg-hover data-focus-visible:-outline-offset-2'

function Offer({ view, onDone }: { readonly view: OfferedView; readonly onDone: () => void }) {
  const { name, isShown, onShow, onRemove } = view
  return (
    <li className="flex items-center">
      <AriaButton
        className={classes(row, 'flex-1')}
        {...(isShown ? { 'aria-current': 'true' as const } : {})}
        onPress={() => {
          onShow()
          onDone()
        }}
      >
        <Check
          className={classes('size-3.5 shrink-0 text-accent-ink', !isShown && 'invisible')}
          aria-hidden="true"
        />
        <bdi className="truncate" title={name}>
          {name}
        </bdi>
      </AriaButton>
      <Button
        look="quiet"
        size="small-icon"
        aria-label={savedViewsText.remove(name)}
        icon={<X className="size-3.5" />}
        onPress={() => {
          onDone()
          onRemove()
        }}
      />
    </li>
  )
}
