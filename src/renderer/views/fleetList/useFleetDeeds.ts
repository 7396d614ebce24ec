import type { KeyboardEvent } from 'react'
import type { FleetList } from '../../state/list/fleetList'
import { isCopyKey, isNoteKey, takeFindKey, useCommandKeys, withSelected } from '../list/selected'

/** What can be done with the selected rows of a list, or with the one that has the keyboard where none is selected. */
export function useFleetDeeds<Row extends { readonly id: string }, Filters, Sort, Counts, About>({
  selection,
  exporting,
  ...list
}: Pick<FleetList<Row, Filters, Sort, Counts, About>, 'selection' | 'exporting' | 'copy'>) {
  useCommandKeys(takeFindKey)

  const copy = (row?: Row) => withSelected(selection, (choice) => void list.copy(choice), row)
  const exportSelected = () => withSelected(selection, (choice) => void exporting.start(choice))

  function onRowKey(row: Row, event: KeyboardEvent, edit: () => void): boolean {
    if (isCopyKey(event)) copy(row)
    else if (isNoteKey(event)) edit()
    else return false
    return true
  }

  return { copy, exportSelected, onRowKey }
}
