import { useEffect } from 'react'
import { Button } from 'react-aria-components/Button'
import { activityText } from '../../../shared/text/window/activity'
import { figure } from '../../../shared/text/window/common'
import { showAttention } from '../../state/activity'
import { attention } from '../../state/attention'

/** How much of Activity waits for its user's eye; a press shows it. Nothing where nothing does. */
export function AttentionCount() {
  const data = attention.use((mirror) => mirror.data)
  useEffect(() => void attention.refresh(), [])
  const count = data === null ? 0 : data.writes + data.jobs + data.addresses
  if (count === 0) return null
  return (
    <Button
      aria-label={activityText.waiting(count)}
      onPress={showAttention}
      className="absolute top-1 right-1 flex h-6 min-w-6 cursor-default items-center justify-center rounded-full border border-warn-line bg-warn-soft px-1.5 text-sm font-medium text-warn-ink data-hovered:bg-pressed max-[680px]:top-0 max-[680px]:right-0"
    >
      {figure(count)}
    </Button>
  )
}
