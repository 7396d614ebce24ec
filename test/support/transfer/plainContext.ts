import { createMemoryKeychain } from '../../../src/main/secrets/memoryKeychain'
import { type OpenedContext, openContext } from '../../../src/main/startup/openContext'
import { ok } from '../../../src/shared/result'
import { nodeTransport } from '../actions/nodeTransport'

/** Main's actions on a profile in `folder`, where every file that is chosen is `file`. */
export const openPlainContext = (
  folder: string,
  workerUrl: URL,
  file: string | null = null,
): Promise<OpenedContext> =>
  openContext({
    folder,
    keychain: createMemoryKeychain(),
    createTransport: async () => nodeTransport,
    copy: async () => ok(undefined),
    secretClipboard: { copy: async () => ok(undefined), clear: async () => undefined },
    markClipboard: async () => ({ at: 0, text: null }),
    files: { open: async () => file, save: async () => file },
    tellChanged: () => undefined,
    announce: () => undefined,
    logFault: () => undefined,
    workerUrl,
  })
