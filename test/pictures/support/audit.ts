import type { Page } from '@playwright/test'
import axe from 'axe-core'

/**
 * What is wrong with the page as it stands, a sentence each; nothing where it is in order. axe-core with all of its
 * rules that are on by default (WCAG 2 A and AA, best practices) and the size of targets (WCAG 2.2 AA); besides, nothing
 * may be wider than the window, or cut off at its side without an ellipsis, or scrolled
 * sideways, but for the tables of answers.
 */
export async function audit(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => Object.hasOwn(globalThis, 'axe')))) await page.evaluate(axe.source)
  const results = await page.evaluate(() =>
    // It was put there just before.
    (globalThis as unknown as { axe: typeof axe }).axe.run({
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
    }),
  )
  const violations = results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const summary = (failureSummary ?? '').split('\n').slice(1).join(';').replace(/\s+/g, ' ').trim()
      return `${id} (${help}) at ${target.join(' ')}: ${summary}`
    }),
  )
  return [...violations, ...(await page.evaluate(findOverflow))]
}

/** Runs in the page. */
function findOverflow(): string[] {
  const edge = document.documentElement.clientWidth
  const isShown = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const isClipped = (element: Element): boolean => {
    for (let at = element.parentElement; at !== null; at = at.parentElement) {
      if (getComputedStyle(at).overflowX !== 'visible' && at.getBoundingClientRect().right <= edge + 1)
        return true
    }
    return false
  }
  // An ellipsis ends text; what stands in a box of its own inside the line is cut bluntly.
  const hasEllipsis = (element: Element, textOverflow: string) =>
    textOverflow === 'ellipsis' &&
    ![...element.children].some(
      (child) =>
        /^inline-|^(flex|grid|block)$/.test(getComputedStyle(child).display) &&
        child.getBoundingClientRect().right > element.getBoundingClientRect().right + 1,
    )
  const told = (element: Element) => element.outerHTML.slice(0, 160)
  return [...document.querySelectorAll('body *')].flatMap((element) => {
    const { right, width, height } = element.getBoundingClientRect()
    // What is for screen readers alone is one pixel large.
    if (width <= 1 || height <= 1 || !isShown(element)) return []
    if (right > edge + 1 && !isClipped(element)) {
      return [`wider than the window by ${Math.round(right - edge)} pixels: ${told(element)}`]
    }
    const { overflowX, textOverflow } = getComputedStyle(element)
    const isCut =
      overflowX !== 'visible' && overflowX !== 'auto' && element.scrollWidth > element.clientWidth + 1
    // A field scrolls by itself, and the table of an answer is as wide as the service makes it.
    const isAnyWidth = element.matches('.answer-grid')
    if (!isAnyWidth && /auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth + 1) {
      return [`has to be scrolled sideways: ${told(element)}`]
    }
    if (isCut && !hasEllipsis(element, textOverflow) && !element.matches('input, textarea')) {
      return [`cut off at its side without a sign of it: ${told(element)}`]
    }
    return []
  })
}
