import { figure } from './common'

/** What every list says alike. */
export const listText = {
  clearSearch: 'Clear the search',
  filters: 'Filters',
  removeFilter: (name: string) => `Remove filter ${name}`,
  clearFilters: 'Clear filters',
  noChoice: 'None yet',
  find: 'Find',
  findAmong: (name: string) => `Find: ${name}`,
  nothingFound: 'Nothing found',
  moreChoices: (left: number) => `${figure(left)} more: type to find them.`,
  view: 'View',
  viewColumns: 'Columns',
  moveUp: (column: string) => `Move ${column} up`,
  moveDown: (column: string) => `Move ${column} down`,
  sortBy: 'Sort by',
  order: 'Order',
  orders: {
    words: { ascending: 'A to Z', descending: 'Z to A' },
    moments: { ascending: 'Oldest first', descending: 'Newest first' },
    figures: { ascending: 'Fewest first', descending: 'Most first' },
  },
  density: 'Density',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  chosen: (count: number) => `${figure(count)} selected`,
  clearChoice: 'Clear selection',
  tooScattered: 'Too many single rows are selected. Select fewer, or filter the list.',
  addNote: 'Add a note',
  editNote: 'Edit note',
  noteOf: (name: string) => `Note for ${name}`,
  reading: 'Reading…',
  copy: 'Copy',
  copyNamed: (name: string) => `Copy ${name}`,
} as const

/** What the details beside every list say alike. */
export const listDetailsText = {
  title: 'Details',
  close: 'Close details',
  reading: 'Reading…',
  failed: 'The details could not be read',
  note: 'Note',
  noteKeys: 'Ctrl+Enter keeps it, Escape gives up.',
  noteSaving: 'Saving…',
  noteSaved: 'Saved',
  noteNotSaved: 'Not saved. What you typed stays in the field.',
  noteLong: 'A note has at most 4,000 characters.',
} as const
