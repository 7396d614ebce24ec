import * as z from 'zod'
import { accountId } from '../account'
import { answerLink, askedOperation, datedAnswer, describedRequest, operationView } from '../operationAnswer'
import { done, method, rowId } from './parts'

/** What only reads, of any service; a write has no method here. */
export const operationsMethods = {
  /** Asks now. `link`: where the answer leads, for operations that answer with a page to pay at. */
  'operations.read': method(askedOperation, datedAnswer.extend({ link: answerLink.nullable() })),
  /** What was answered to exactly this at last; null: nothing is kept. */
  'operations.kept': method(askedOperation, datedAnswer.nullable()),
  /** How it would be asked, of a write as of a read. Nothing is sent. */
  'operations.request': method(askedOperation, describedRequest),
  'operations.copyCurl': method(askedOperation, done),
  /** Opens, in the browser, where an answer led. */
  'operations.openLink': method(z.strictObject({ id: z.uuid() }), done),

  /** By name. */
  'operationViews.list': method(z.strictObject({ accountId }), z.array(operationView)),
  /** One of the same account and name is replaced. */
  'operationViews.save': method(
    z.strictObject({ ...askedOperation.shape, name: operationView.shape.name }),
    operationView,
  ),
  'operationViews.remove': method(z.strictObject({ id: rowId }), done),
} as const
