import type { Page } from '@playwright/test'
import axe from 'axe-core'

/**
 * What is wrong with the page as it stands, a sentence each; nothing where it is in order. axe-core with all of its
 * rules that are on by default (WCAG 2 A and AA, best practices) and the size of targets (WCAG 2.2 AA); besides, nothing
 * may be wider than the window.
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
  return [...document.querySelectorAll('body *')].flatMap((element) => {
    const { right, width, height } = element.getBoundingClientRect()
    // What is for screen readers alone is one pixel large.
    if (right <= edge + 1 || width <= 1 || height <= 1 || !isShown(element)) return []
    return [`wider than the window by ${Math.round(right - edge)} pixels: ${element.outerHTML.slice(0, 120)}`]
  })
}
