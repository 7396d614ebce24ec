import { expect, type Page } from '@playwright/test'
import { type App, launchApp } from '../../support/app/launch'
import { type Session, startSession } from '../../support/desktop/session'
import { type LikeDo, startLikeDo } from '../../support/likedo/server'
import { type Listener, startListener } from './listener'

/** The page of Mailroom's window. */
export const PAGE = 'app://mailroom/index.html'

/** One application that many points of the checklist are held against, with whom it could talk to. */
export interface Driven {
  readonly session: Session
  readonly likedo: LikeDo
  readonly listener: Listener
  readonly app: App
  readonly page: Page
  /** Asks main as the page does, with whatever a page might send. */
  call(method: unknown, input: unknown): Promise<unknown>
  close(): Promise<void>
}

/** `expected`: what being refused makes the page, or Electron, say. */
export async function startDriven(expected: readonly RegExp[]): Promise<Driven> {
  const [session, likedo, listener] = await Promise.all([startSession(), startLikeDo(), startListener()])
  const app = await launchApp(session, { expected })
  const page = await app.window()
  await expect(page.getByRole('button', { name: 'Connect LikeDo' })).toBeVisible()
  return {
    session,
    likedo,
    listener,
    app,
    page,
    call: (method, input) =>
      page.evaluate(
        ([name, given]) =>
          // What a page would ask that does not keep to the types.
          (window as unknown as { bridge: { call(m: unknown, i: unknown): Promise<unknown> } }).bridge.call(
            name,
            given,
          ),
        [method, input],
      ),
    async close() {
      await app.close()
      await Promise.all([listener.close(), likedo.close(), session.close()])
    },
  }
}
