import { parentPort, workerData } from 'node:worker_threads'
import type { AppErrorOf } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import type { ApiFileContent } from './apiFileContent'
import { ApiFileFailure } from './apiFileFailure'
import { readApiText } from './apiFileTree'
import { takePrint } from './chosenFile'
import { FileFailure, onFile } from './fileProblem'
import { readText } from './readText'

/** No description of an API is larger. */
const MOST_BYTES = 10 * 1024 * 1024

/** What reading a file came to. */
export type ReadApiFile = Result<ApiFileContent, AppErrorOf<'api-file' | 'file'>>

async function wholeText(path: string): Promise<string> {
  await takePrint(path, MOST_BYTES)
  let text = ''
  for await (const piece of readText(path)) {
    text += piece
    // Somebody writes to it meanwhile.
    if (text.length > MOST_BYTES) throw new FileFailure('too-large')
  }
  return text
}

/** Reads a file, without following anything in it. What stands against it is a value. */
export const readApiFileHere = (path: string): Promise<ReadApiFile> =>
  onFile('read', async () => {
    try {
      return ok(readApiText(await wholeText(path)))
    } catch (error) {
      if (error instanceof ApiFileFailure) {
        return err({ kind: 'api-file' as const, problem: error.problem, line: error.line })
      }
      // The words for these are about rows of a list.
      if (error instanceof FileFailure && (error.problem === 'too-large' || error.problem === 'empty')) {
        return err({ kind: 'api-file' as const, problem: error.problem, line: null })
      }
      if (error instanceof FileFailure && error.problem === 'not-understood') {
        return err({ kind: 'api-file' as const, problem: 'syntax' as const, line: error.line })
      }
      throw error
    }
  })

// What starts the thread gives it the path, and nothing else.
if (parentPort !== null) parentPort.postMessage(await readApiFileHere((workerData as { path: string }).path))
