import type * as z from 'zod'
import { err, ok, type Result } from '../../shared/result'
import type { Answer, BodyProblem } from '../rules/outcome'

const isHtml = ({ headers, body }: Answer): boolean =>
  (headers['content-type'] ?? '').toLowerCase().startsWith('text/html') || /^\s*</.test(body)

/** Begins like JSON and stops before its end: what a connection leaves that closed in the middle. */
const isCutOff = (body: string): boolean => {
  const text = body.trim()
  return (text.startsWith('{') && !text.endsWith('}')) || (text.startsWith('[') && !text.endsWith(']'))
}

/** The body as JSON (RFC 8259), whatever its content type says. */
export function readJson(answer: Answer): Result<unknown, BodyProblem> {
  try {
    return ok(JSON.parse(answer.body))
  } catch {
    const problem = isHtml(answer) ? 'html' : isCutOff(answer.body) ? 'truncated' : 'not-json'
    return err({ place: '', problem })
  }
}

/** Reads the body by a schema; the place of what does not fit is written as `data.3.email`. */
export function readShape<S extends z.ZodType>(answer: Answer, schema: S): Result<z.output<S>, BodyProblem> {
  const json = readJson(answer)
  if (!json.ok) return json
  const parsed = schema.safeParse(json.value)
  if (parsed.success) return ok(parsed.data)
  const place = (parsed.error.issues[0]?.path ?? []).map(String).join('.')
  return err({ place: place.slice(0, 200), problem: 'shape' })
}
