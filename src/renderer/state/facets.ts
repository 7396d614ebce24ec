import { create } from 'zustand'
import type { AddressFacets } from '../../shared/addressView'
import type { AppError } from '../../shared/errors'
import { call } from '../bridge'
import { addresses } from './addresses'
import { coalesce } from './coalesce'
import { isFiltered, unfiltered, useView } from './view'

/** What may be filtered by, and how many addresses there are without any filter. Null before it was read. */
export interface Facets {
  readonly facets: AddressFacets | null
  /** Why they could not be read; null: they could, or were not asked for yet. */
  readonly error: AppError | null
  /** Those that are not hidden; null where the list itself says it. */
  readonly everything: number | null
}

export const useFacets = create<Facets>(() => ({ facets: null, error: null, everything: null }))

/** Counting reads every address: it waits until the list itself has its rows and somebody pauses. */
const PAUSE = 150

const read = coalesce(async () => {
  const view = useView.getState()
  const facets = await call('addresses.facets', { view })
  useFacets.setState(facets.ok ? { facets: facets.value, error: null } : { error: facets.error })
})

const count = coalesce(async () => {
  const page = await call('addresses.list', { view: unfiltered(useView.getState()), offset: 0, limit: 1 })
  if (page.ok) useFacets.setState({ everything: page.value.total })
})

let timer: ReturnType<typeof setTimeout> | undefined

/** Reads them again, now. */
export const refreshFacets = (): Promise<void> => {
  clearTimeout(timer)
  return read()
}

addresses.use.subscribe(({ answer }, { answer: before }) => {
  if (answer === null || answer === before) return
  clearTimeout(timer)
  timer = setTimeout(() => void read(), PAUSE)
  if (isFiltered(answer.view)) void count()
  else useFacets.setState({ everything: answer.view.hidden === 'left-out' ? answer.total : null })
})
