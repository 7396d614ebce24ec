import type { Created } from '../../shared/address'
import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import { endingWords } from '../../shared/text/endings'

/**
 * What a terminal reads of one ending: with `--print` the bare address and nothing else on standard
 * output; every ending that is not a created address on standard error.
 */
export function endingLines(
  ending: Result<Created, AppError>,
  isPrinted: boolean,
): { stdout: string } | { stderr: string } {
  const { words, advice } = endingWords(ending)
  if (!ending.ok || ending.value.state !== 'created') {
    return { stderr: advice === '' ? words : `${words} ${advice}` }
  }
  return { stdout: isPrinted ? ending.value.email : words }
}
