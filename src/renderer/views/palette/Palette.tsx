import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { flushSync } from 'react-dom'
import { paletteText as text } from '../../../shared/text/window/palette'
import { accounts } from '../../state/accounts'
import { closeDialog } from '../../state/app'
import { litemailAccounts } from '../../state/litemail'
import { askAgain, listNow, rememberUse, typeInPalette, usePalette } from '../../state/palette'
import { settings } from '../../state/settings'
import { afterOverlay } from '../../ui/focusAfterOverlay'
import { Problem } from '../../ui/Problem'
import { accountActions } from './accountActions'
import { actionEntries } from './actions'
import { keyOf, type PaletteEntry } from './entry'
import { namedGroups, rowGroups } from './groups'
import { operationEntries } from './operationEntries'
import { PaletteOptions } from './PaletteOptions'
import { pathActions, pathEntries } from './pathEntries'
import { accountEntries, settingEntries } from './settingEntries'
import { isWaiting, standing } from './standing'
import { stepFrom } from './stepFrom'
import { keptViews, listViewEntries, operationViewEntries } from './viewEntries'

const LONGEST_TEXT = 200

/** Leads to everything that Mailroom does and shows, by a few letters of its name. */
export const Palette = () => (
  <ModalOverlay
    isOpen
    isDismissable
    onOpenChange={(isOpen) => {
      if (!isOpen) closeDialog()
    }}
    className="fixed inset-0 z-40 flex items-start justify-center bg-shade px-4 pt-[10vh] pb-4 data-entering:animate-enter"
  >
    <Modal className="flex h-120 max-h-full w-full max-w-160 overflow-hidden rounded-xl border border-line bg-raised shadow-dialog data-entering:animate-rise">
      <Dialog aria-label={text.title} className="flex min-h-0 w-full flex-col outline-none">
        <Search />
      </Dialog>
    </Modal>
  </ModalOverlay>
)

/** The field keeps the keyboard; which line is meant is told by `aria-activedescendant` (WAI-ARIA, "Combobox Pattern"). */
function Search() {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const isScrolled = useRef(false)
  const state = usePalette()
  const groups = useGroups()
  const entries = groups.flatMap((group) => group.entries)
  const [wanted, setWanted] = useState<string | null>(null)
  const active = entries.find((entry) => keyOf(entry) === wanted) ?? entries[0]
  const activeKey = active === undefined ? null : keyOf(active)
  const drawn = useRef({ entries, active })
  useLayoutEffect(() => {
    drawn.current = { entries, active }
  })

  useEffect(() => void keptViews.refresh(), [])
  useEffect(() => {
    // The first line is in sight unless somebody has scrolled: asking where things are costs a layout at each key.
    if (wanted === null || activeKey === null) return
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [wanted, activeKey])

  function onKeyDown(event: KeyboardEvent) {
    // What is being composed is not done yet.
    if (event.nativeEvent.isComposing) return
    // A key that is no letter means a line for what was typed, not for what stood there before.
    if (event.key.length > 1) flushSync(listNow)
    const { entries, active } = drawn.current
    if (event.key === 'Enter') {
      // A held key is one press.
      if (active !== undefined && !event.repeat) leadTo(active)
    } else {
      const place = stepFrom(active === undefined ? -1 : entries.indexOf(active), entries.length, event.key)
      const next = place === null ? undefined : entries[place]
      if (next === undefined) return
      setWanted(keyOf(next))
    }
    event.preventDefault()
  }

  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-label={text.field}
        aria-expanded={entries.length > 0}
        aria-haspopup="listbox"
        aria-controls={id}
        aria-autocomplete="list"
        {...(active === undefined ? {} : { 'aria-activedescendant': `${id}-${entries.indexOf(active)}` })}
        placeholder={text.hint}
        maxLength={LONGEST_TEXT}
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the palette is opened to type
        autoFocus
        value={state.text}
        onChange={(event) => {
          if (isScrolled.current) list.current?.scrollTo({ top: 0 })
          setWanted(null)
          typeInPalette(event.currentTarget.value)
        }}
        onKeyDown={onKeyDown}
        className="h-12 w-full shrink-0 border-b border-line bg-transparent px-4 text-lg text-ink select-text focus-visible:-outline-offset-2"
      />
      <Failure />
      <PaletteOptions
        ref={list}
        onScrolled={(above) => {
          isScrolled.current = above > 0
        }}
        id={id}
        groups={groups}
        activeKey={activeKey}
        answered={state.found?.text ?? ''}
        isReading={isWaiting(state)}
        onPoint={setWanted}
        onUse={leadTo}
      />
      <p role="status" className={entries.length > 0 ? 'sr-only' : 'px-4 py-6 text-center text-ink-soft'}>
        {standing(state, entries.length)}
      </p>
    </>
  )
}

/** Actions and settings are there all the same. */
function Failure() {
  const { error, recentError } = usePalette()
  const { error: viewsError } = keptViews.use()
  const told = error ?? recentError ?? viewsError
  if (told === null) return null
  const title = error !== null ? text.failed : recentError !== null ? text.recentFailed : text.viewsFailed
  function redo() {
    askAgain()
    if (viewsError !== null) void keptViews.refresh()
  }
  return (
    <div className="border-b border-line p-3">
      <Problem error={told} title={title} context={{ redo }} />
    </div>
  )
}

function useGroups() {
  const listed = usePalette((state) => state.listed)
  const found = usePalette((state) => state.found)
  const recent = usePalette((state) => state.recent)
  const likedo = accounts.use(({ data }) => data)
  const litemail = litemailAccounts.use(({ data }) => data)
  const isHidden = settings.use(({ data }) => data?.isSensitiveHidden === true)
  const views = keptViews.use(({ data }) => data)
  const fixed = useMemo(() => {
    const of = { likedo: likedo ?? [], litemail: litemail ?? [] }
    const all = [...of.litemail, ...of.likedo]
    return {
      action: [
        ...actionEntries(isHidden),
        ...accountActions(of.litemail),
        ...pathActions(all),
        ...listViewEntries(views),
      ],
      setting: [...settingEntries, ...accountEntries(all)],
      operation: [...operationEntries(of), ...pathEntries(all), ...operationViewEntries(views, all)],
    }
  }, [likedo, litemail, isHidden, views])
  // An answer changes nothing of what is named: it is neither compared nor drawn again.
  const named = useMemo(() => namedGroups({ text: listed, recent }, fixed), [listed, recent, fixed])
  const rows = useMemo(() => rowGroups({ text: listed, found, recent }), [listed, found, recent])
  return useMemo(() => [...named, ...rows], [named, rows])
}

/** Leaves the palette, and does it once what had the keyboard before has it again: a field takes back what was typed into it. */
function leadTo(entry: PaletteEntry): void {
  closeDialog()
  const { kind, id } = entry
  if (kind !== 'all') void rememberUse({ kind, id })
  afterOverlay(entry.run)
}
