import type { BrowserContext, ConsoleMessage, Page } from '@playwright/test'

/** Something that an application in order does not say or do. */
export interface Problem {
  /** `output` is what the main process wrote to either output. */
  readonly from: 'console' | 'page-error' | 'crash' | 'sandbox' | 'output'
  readonly text: string
}

/**
 * What is written by others: Node about its debugger, through which Playwright drives the main process; Chromium about
 * the machine (no graphics card, no system bus), in log lines whose form nothing of ours has.
 */
const ordinary: readonly RegExp[] = [
  /^$/,
  /^Debugger (listening on|ending on|attached)/,
  /^For help, see: https:\/\/nodejs\.org\/en\/docs\/inspector/,
  /^Waiting for the debugger to disconnect/,
  /^DevTools listening on ws:/,
  /^\[\d+(:\d+)?:\d{4}\/\d{6}\.\d+:(INFO|WARNING|ERROR):(?!CONSOLE)/,
]

/** The lines that nobody expected. */
export const unexpectedLines = (output: string, expected: readonly RegExp[]): Problem[] =>
  output
    .split('\n')
    .filter((line) => ![...ordinary, ...expected].some((pattern) => pattern.test(line)))
    .map((text) => ({ from: 'output', text }))

/** Makes a page tell the console of each violation of its policy; the console is what is watched. */
const tellViolations = (): void => {
  const told = Symbol.for('mailroom.tests.policy')
  if (Object.hasOwn(globalThis, told)) return
  Object.defineProperty(globalThis, told, { value: true })
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    console.error(`securitypolicyviolation: ${effectiveDirective} ${blockedURI}`)
  })
}

/** Windows come and go while one looks at them: the answer, or nothing where the page went or moved on meanwhile. */
export const unlessGone = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  try {
    return await asked
  } catch (error) {
    if (/has been closed|was destroyed|crashed|navigat/i.test(String(error))) return undefined
    throw error
  }
}

/** Watches the pages of an application for what they write to the console, throw or violate. */
export class PageProblems {
  readonly #found: Problem[] = []
  readonly #seen = new Set<string>()
  readonly #pages = new Set<Page>()

  /** Begins before the first page is looked at. */
  async watch(context: BrowserContext, pages: readonly Page[]): Promise<void> {
    await context.addInitScript(tellViolations)
    await Promise.all(pages.map((page) => this.watchPage(page)))
  }

  async watchPage(page: Page): Promise<void> {
    if (this.#pages.has(page)) return
    this.#pages.add(page)
    page.on('console', (message) => this.#hear(message))
    page.on('pageerror', (error) => this.#catch(error))
    page.on('crash', () => this.add({ from: 'crash', text: 'a renderer crashed' }))
    // Playwright passes over a page that comes while it is told what to run in each.
    page.on('domcontentloaded', () => void page.evaluate(tellViolations).catch(() => undefined))
    // It may have loaded before we came.
    await unlessGone(page.evaluate(tellViolations))
    for (const message of (await unlessGone(page.consoleMessages({ filter: 'all' }))) ?? [])
      this.#hear(message)
    for (const error of (await unlessGone(page.pageErrors({ filter: 'all' }))) ?? []) this.#catch(error)
  }

  add(problem: Problem): void {
    this.#found.push(problem)
  }

  found(expected: readonly RegExp[]): Problem[] {
    return this.#found.filter(({ text }) => !expected.some((pattern) => pattern.test(text)))
  }

  #hear(message: ConsoleMessage): void {
    const { url, lineNumber } = message.location()
    const text = `${message.type()}: ${message.text()} (${url}:${lineNumber})`
    if (this.#isNew(`${message.timestamp()} ${text}`)) this.add({ from: 'console', text })
  }

  #catch(error: Error): void {
    const text = error.stack ?? error.message
    if (this.#isNew(text)) this.add({ from: 'page-error', text })
  }

  #isNew(mark: string): boolean {
    const isNew = !this.#seen.has(mark)
    this.#seen.add(mark)
    return isNew
  }
}
