import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type ProtocolRequest, type ProtocolResponse, protocol, type Session } from 'electron'
import { fileHeaders, pageHeaders } from './contentPolicy'
import { APP_ORIGIN, APP_SCHEME } from './origin'
import { listPageFiles, type PageFile } from './pageFiles'

/** Stands in each page wherever the nonce of the load belongs. */
const NONCE = '__NONCE__'
const PAGE = 'text/html'

/**
 * Makes `app://` a standard and secure scheme, with an origin of its own that `file://` has not.
 * Only before the application is ready (Electron, "protocol.registerSchemesAsPrivileged").
 */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true } }])
}

/**
 * Serves the files of `folder` (absolute) as `app://mailroom/…` to the windows of one session: GET only,
 * and each load of a page under a new nonce. The buffer protocol because `protocol.handle` costs 45 ms
 * of every start, for the same answer.
 */
export function serveScheme(session: Session, folder: string): void {
  const files = listPageFiles(folder)
  session.protocol.registerBufferProtocol(APP_SCHEME, (request, answer) => {
    const file = fileAsked(request, files)
    answer(
      file === null ? { statusCode: 404, mimeType: 'text/plain', headers: { ...fileHeaders } } : send(file),
    )
  })

  const send = (file: PageFile): ProtocolResponse => {
    // Read at once: a few local files, once a window.
    const data = readFileSync(file.path)
    if (file.type !== PAGE) return { data, mimeType: file.type, headers: { ...fileHeaders } }
    const nonce = randomBytes(16).toString('base64')
    return {
      data: Buffer.from(data.toString('utf8').replaceAll(NONCE, nonce)),
      mimeType: file.type,
      headers: pageHeaders(nonce),
    }
  }
}

function fileAsked(request: ProtocolRequest, files: ReadonlyMap<string, PageFile>): PageFile | null {
  if (request.method !== 'GET' || !URL.canParse(request.url)) return null
  const url = new URL(request.url)
  if (`${url.protocol}//${url.host}` !== APP_ORIGIN) return null
  return files.get(url.pathname) ?? null
}
