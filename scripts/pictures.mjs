/**
 * `npm run pictures`: sets up what is missing, builds the application, and makes pictures of every screen and state in
 * `pictures/`, light and dark, at 1280×800 and 900×600: the real application, at services on this computer. Every
 * picture is examined by axe-core, and what is wrong fails the run in words. It also makes the README's picture,
 * docs/mailroom.png.
 *
 *   npm run pictures -- [part of a name …]
 *
 * A picture is called SCREEN-STATE--THEME-SIZE.png, the same in every run. With names only those are made whose test's
 * name has one of them in it; without, all, and the folder is emptied first.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { ensureApplication } from './setup/application.mjs'
import { exitCode } from './setup/run.mjs'
import { giveUp, Stop, say } from './setup/words.mjs'
import { describeElectron, ensure, purposesOf } from './setup.mjs'

try {
  const names = process.argv.slice(2)
  const option = names.find((name) => name.startsWith('-'))
  if (option !== undefined) throw new Stop(`${option} is no part of a name. There are no options.`, 2)
  const { root, electron, account } = await ensure({ purposes: purposesOf.test ?? [] })
  const application = await ensureApplication(root, account)
  say(`Making pictures on ${describeElectron(electron)}.`)
  if (names.length === 0) rmSync(path.join(root, 'pictures'), { recursive: true, force: true })

  const args = [
    path.join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
    'test',
    `--config=${path.join(root, 'test', 'pictures', 'playwright.config.ts')}`,
    ...(names.length === 0 ? [] : ['--grep', names.map(asPattern).join('|')]),
  ]
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      MAILROOM_ELECTRON: electron.executable,
      MAILROOM_APP: application,
      ...(account ? { MAILROOM_RUN_AS: account.name } : {}),
    },
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => child.kill(signal))
  const [code, signal] = await once(child, 'exit')
  process.exitCode = exitCode(code, signal)
} catch (failure) {
  giveUp(failure)
}

/** @param {string} name */
function asPattern(name) {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
