import type { AddressFacets } from '../../shared/addressView'
import { ok } from '../../shared/result'
import { detailsText } from '../../shared/text/window/details'
import { call } from '../bridge'
import { refreshDetails } from './details'
import { createMirror } from './mirror'
import { showDone, showError } from './notices'
import { EVERYTHING } from './view'

/** Every label that any address has, hidden ones too. Read when somebody is about to choose one. */
export const allLabels = createMirror<AddressFacets['labels']>(async () => {
  const result = await call('addresses.facets', { view: EVERYTHING })
  return result.ok ? ok(result.value.labels) : result
})

/** Only where somebody has looked at them. */
export const refreshLabels = (): Promise<void> =>
  allLabels.use.getState().data === null ? Promise.resolve() : allLabels.refresh()

interface LabelChange {
  readonly add?: string
  readonly remove?: string
}

/** Puts one label on an address or takes one off. True when it is kept. */
export async function changeLabel(id: string, change: LabelChange): Promise<boolean> {
  const { add, remove } = change
  const result = await call('addresses.label', {
    choice: { ids: [id] },
    add: add === undefined ? [] : [add],
    remove: remove === undefined ? [] : [remove],
  })
  if (!result.ok) showError(result.error, { addressId: id, redo: () => void changeLabel(id, change) })
  await refreshDetails()
  return result.ok
}

/** Gives a label another name on every address. True when it is kept. */
export async function renameLabel(from: string, to: string): Promise<boolean> {
  const result = await call('addresses.renameLabel', { from, to })
  if (result.ok) showDone(detailsText.renamed(to, result.value.count))
  else showError(result.error, { redo: () => void renameLabel(from, to) })
  await refreshDetails()
  return result.ok
}
