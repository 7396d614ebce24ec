import { useState } from 'react'
import { useBatch } from '../../state/batches'
import { ListForm } from './ListForm'
import { ListReport } from './ListReport'

/** "New addresses from a list": what is typed, then how each line of it goes. A list that goes on is shown again. */
export function PastedListDialog({ onClose }: { readonly onClose: () => void }) {
  const hasBatch = useBatch(({ id }) => id !== null)
  const [text, setText] = useState('')
  return hasBatch ? (
    <ListReport onClose={onClose} onRetry={setText} />
  ) : (
    <ListForm text={text} onText={setText} onClose={onClose} />
  )
}
