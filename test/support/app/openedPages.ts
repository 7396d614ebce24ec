import type { App } from './launch'

/** Keeps the address of every page that would be opened outside, instead of opening it; answers those so far. */
export async function watchOpenedPages({ electron }: App): Promise<() => Promise<string[]>> {
  await electron.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (url) => void opened.push(url)
  })
  // Put there above.
  return () => electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
}
