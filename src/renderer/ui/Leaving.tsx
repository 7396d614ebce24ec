import { type ReactNode, useRef } from 'react'
import { focusIfLost, mainPlace } from './focusIfLost'
import { useFocusLeaves } from './useFocusLeaves'

/** What asks for the same: the nearest control that is marked so, else the nearest button that stays. */
function nearest(leaving: HTMLElement | null): HTMLElement | null {
  for (const selector of ['[data-asks]', 'button:not(:disabled)']) {
    for (
      let part = leaving?.closest('section');
      part != null;
      part = part.parentElement?.closest('section')
    ) {
      const places = [...part.querySelectorAll<HTMLElement>(selector)]
      const place = places.find((one) => leaving?.contains(one) !== true)
      if (place !== undefined) return place
    }
  }
  return null
}

/** Something with controls that is taken away by what they do: the keyboard goes on to what stays. */
export function Leaving({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useFocusLeaves(place, () => {
    const next = nearest(place.current)
    // What comes in its place is not there yet.
    if (next === null) focusIfLost(mainPlace)
    return next
  })
  return (
    <div ref={place} className="contents">
      {children}
    </div>
  )
}
