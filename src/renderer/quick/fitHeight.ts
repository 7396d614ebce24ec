/** Keeps the window as high as what it shows. Main has the last word on where it stands and how large it gets. */
export function fitHeight(shown: Element | null): (() => void) | undefined {
  if (shown === null) return undefined
  const observer = new ResizeObserver(() => {
    window.resizeTo(window.outerWidth, Math.ceil(shown.getBoundingClientRect().height))
  })
  observer.observe(shown)
  return () => observer.disconnect()
}
