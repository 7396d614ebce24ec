import { useEffect } from 'react'
import { startAnswer, useAsking } from '../../state/asking'
import { openDetails } from '../../state/details'
import { useNotices } from '../../state/notices'

const isOtherDialogOpen = () => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null

function onKeyDown(event: KeyboardEvent): void {
  const isKey = event.key.toLowerCase() === 'e' && (event.ctrlKey || event.metaKey)
  if (!isKey || event.shiftKey || event.altKey || event.repeat) return
  const { about } = useAsking.getState()
  if (about === null) return
  event.preventDefault()
  const isAsked = useNotices.getState().notices.some(({ asks }) => asks?.addressId === about.addressId)
  if (isAsked) startAnswer(about)
  // Its notice has left: the note is in the details. What is typed into a dialog is not thrown away.
  else if (!isOtherDialogOpen()) openDetails(about.addressId, { focus: 'note' })
}

/** Ctrl+E goes to the note of the newest address, wherever the keyboard is. */
export function useNoteKey(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
