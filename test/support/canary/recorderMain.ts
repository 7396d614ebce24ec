import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { serialize } from 'node:v8'
import { app, type WebContents } from 'electron'
import { CROSSINGS, type Crossing } from './crossings'

const crossings: Crossing[] = []
Object.assign(globalThis, { [CROSSINGS]: crossings })

const note = (direction: Crossing['direction'], content: unknown): void => {
  crossings.push({ direction, bytes: serialize(content).toString('base64') })
}

/** Puts itself between Electron's channels and whoever uses them later. */
function record(contents: WebContents): void {
  const { ipc } = contents
  const handle = ipc.handle.bind(ipc)
  ipc.handle = (channel, listener) =>
    handle(channel, async (event, ...args) => {
      note('call', [channel, args])
      try {
        const reply: unknown = await listener(event, ...args)
        note('reply', reply)
        return reply
      } catch (cause) {
        note('reply', String(cause))
        throw cause
      }
    })
  contents.on('ipc-message', (_event, channel, ...args) => note('message', [channel, args]))
  contents.on('ipc-message-sync', (_event, channel, ...args) => note('message', [channel, args]))

  const send = contents.send.bind(contents)
  contents.send = (channel, ...args) => {
    note('event', [channel, args])
    send(channel, ...args)
  }
  const run = contents.executeJavaScript.bind(contents)
  contents.executeJavaScript = (code, isGesture) => {
    note('event', code)
    return run(code, isGesture)
  }
}

app.on('web-contents-created', (_event, contents) => record(contents))

// Beside this file, written by recorder.ts.
const about = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8')) as {
  recorded: string
}
// The application as it is; its own files are found from where they are.
await import(pathToFileURL(about.recorded).href)
