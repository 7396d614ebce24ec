import type { Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import * as z from 'zod'
import type { SampleWorkspace } from './sampleLayout'

interface Env {
  readonly Variables: { workspace: SampleWorkspace }
}

/** The sample service, each request of which is about a workspace. */
export type SampleApp = Hono<Env>
export type SampleAsked = Context<Env>

export const refuse = (c: Context, status: ContentfulStatusCode, message: string) =>
  c.json({ status, message }, status)

export const tell = (c: Context, message: string, data: unknown) => c.json({ status: 200, message, data })

/** Said where there is no money for it. */
export const POOR = 'Insufficient wallet balance'
const OURS = 'Sample data has only names that end in .example'

/** The host of a page, of an address, or the name itself. */
function hostOf(value: string): string {
  if (!value.includes('://')) return value.split('@').at(-1) ?? ''
  return URL.canParse(value) ? new URL(value).hostname : ''
}

export const text = z.string().trim().min(1).max(4_096)
/** A name, an address or a page that can be nobody's (RFC 2606). */
export const sampleName = text
  .toLowerCase()
  .refine((value) => /^[a-z0-9.-]+\.example$/.test(hostOf(value)), OURS)
export const amount = z.number().positive().max(100_000)
export const ids = z.array(text).min(1).max(1_000)

/** The body of a request, or a refusal that names the first field that is wrong. */
export async function read<T>(
  c: Context,
  schema: z.ZodType<T>,
): Promise<{ readonly sent: T } | { readonly refusal: Response }> {
  const body: unknown = await c.req.json().catch(() => ({}))
  const parsed = schema.safeParse(body)
  if (parsed.success) return { sent: parsed.data }
  const [issue] = parsed.error.issues
  const words = issue?.message === OURS ? OURS : `Invalid ${issue?.path.join('.') || 'body'}`
  return { refusal: refuse(c, 400, words) }
}
