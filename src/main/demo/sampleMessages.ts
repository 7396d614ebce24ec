import { createHash } from 'node:crypto'
import { sampleId } from './sampleId'

/** A message of sample data, as the service's predecessor answers it. */
export interface SampleMessage {
  readonly id: string
  readonly from: string
  readonly fromName: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string | null
  /** ISO 8601, UTC. */
  readonly date: string
  readonly attachments: string
}

interface Template {
  /** So long after its address was made it came, in milliseconds. */
  readonly afterMs: number
  readonly from: string
  readonly fromName: string
  readonly subject: (code: string) => string
  readonly text: (code: string) => string
  readonly html?: (code: string) => string
  readonly attachments?: string
}

const MINUTE = 60_000
const DAY = 86_400_000

const templates: readonly Template[] = [
  {
    afterMs: 12_000,
    from: 'no-reply@accounts.example',
    fromName: 'Accounts',
    subject: () => 'Confirm your email address',
    text: (code) =>
      `Welcome!\n\nYour verification code is ${code}. It is valid for 15 minutes.\n\nOr confirm with this link:\nhttps://accounts.example/confirm?token=${code}\n\nIf this was not you, ignore this message.`,
    html: (code) =>
      `<div style="max-width:480px;margin:0 auto;font-family:sans-serif"><h1 style="font-size:20px">Welcome!</h1><p>Your verification code is</p><p style="font-size:28px;letter-spacing:4px;background-color:#f0f2f5;padding:12px;text-align:center"><b>${code}</b></p><p>It is valid for 15 minutes.</p><p><a href="https://accounts.example/confirm?token=${code}">Confirm your address</a></p></div>`,
  },
  {
    afterMs: 9 * MINUTE,
    from: 'hello@shop.example',
    fromName: 'The Sample Shop',
    subject: () => 'Thank you for signing up',
    text: () =>
      'Hello,\n\nthank you for signing up. Your first order comes without shipping costs.\n\nThe Sample Shop',
  },
  {
    afterMs: 2 * DAY,
    from: 'orders@shop.example',
    fromName: 'The Sample Shop',
    subject: (code) => `Your order ${code}22 is on its way`,
    text: (code) =>
      `Hello,\n\norder ${code}22 left our house today. The invoice is attached.\n\nThe Sample Shop`,
    attachments: '[{"filename":"invoice.pdf","mimeType":"application/pdf","size":48213}]',
  },
]

/** Six digits that an address always has. */
const codeOf = (email: string): string => {
  const [first = 0, second = 0, third = 0] = createHash('sha1').update(email).digest()
  return String(100_000 + ((first * 65_536 + second * 256 + third) % 900_000))
}

/** The messages that a sample address has received by a moment of epoch milliseconds, newest first. */
export function sampleMessagesOf(
  { email, createdAt }: { readonly email: string; readonly createdAt: number },
  now: number,
): SampleMessage[] {
  const code = codeOf(email)
  return templates
    .map((template, place) => ({ template, place, at: createdAt + template.afterMs }))
    .filter(({ at }) => at <= now)
    .reverse()
    .map(({ template, place, at }) => ({
      id: sampleId(`message ${place} of ${email}`),
      from: template.from,
      fromName: template.fromName,
      to: email,
      subject: template.subject(code),
      text: template.text(code),
      html: template.html?.(code) ?? null,
      date: new Date(at).toISOString(),
      attachments: template.attachments ?? '[]',
    }))
}
