import type { App } from './launch'

/** Runs something in the page that does not need the page of Playwright, which a crash ends. */
export const inWindow = (app: App, script: string): Promise<unknown> =>
  app.electron.evaluate(
    ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
    script,
  )
