import { expect, type Page } from '@playwright/test'
import type { HostileMessage } from '../../support/likedo/hostileMessages'

/**
 * Puts the messages as they came, nothing made harmless, into frames like the one that shows formatting, does `meanwhile`
 * while they are all there, and takes them away. The page is loaded anew for it: the policy that allows such a frame is made
 * once. What asks for the page's nonce has it, as if somebody had found it out.
 */
export async function rawMessages(
  page: Page,
  messages: readonly HostileMessage[],
  meanwhile: () => Promise<void>,
): Promise<void> {
  const shown = page.locator('iframe')
  const [sandbox, srcdoc] = [await shown.getAttribute('sandbox'), await shown.getAttribute('srcdoc')]
  const head = srcdoc?.slice(0, srcdoc.indexOf('<body>') + 6) ?? ''
  expect(sandbox).toBe('')
  expect(head).toContain('Content-Security-Policy')
  const nonceBefore = await nonceOf(page)
  await page.reload()
  const nonce = await nonceOf(page)
  expect(nonce).not.toBe(nonceBefore)
  const known = (text: string) => text.replaceAll(nonceBefore, nonce).replaceAll('__NONCE__', nonce)
  for (const { html } of messages) {
    if (typeof html !== 'string' || html.length > 100_000) continue
    await page.evaluate(
      ({ top, raw }) => {
        const kept = window as unknown as { policy?: { createHTML(text: string): string } }
        kept.policy ??= window.trustedTypes.createPolicy('message-frame', { createHTML: (text) => text })
        const frame = document.createElement('iframe')
        frame.setAttribute('sandbox', '')
        frame.srcdoc = kept.policy.createHTML(`${top}${raw}`)
        return new Promise<void>((resolve) => {
          frame.addEventListener('load', () => resolve())
          document.body.append(frame)
        })
      },
      { top: known(head), raw: known(html) },
    )
  }
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)))
  await meanwhile()
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove()
  })
}

/** Of this load of the page: what has it may run. */
async function nonceOf(page: Page): Promise<string> {
  const nonce = await page.evaluate(() => document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? '')
  expect(nonce).not.toBe('')
  return nonce
}
