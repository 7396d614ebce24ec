import { describe, expect, it } from 'vitest'
import { domainColumns } from '../../../src/renderer/views/domains/columns'
import type { FleetColumns } from '../../../src/renderer/views/fleetList/FleetGrid'
import { layOut } from '../../../src/renderer/views/list/rowLayout'
import { mailboxColumns } from '../../../src/renderer/views/mailboxes/columns'

const layOutAll = <Column extends string>(
  { all, widths, dispensable }: FleetColumns<Column>,
  width: number,
) => layOut<Column | 'copy'>({ columns: [...all, 'copy'], widths, dispensable, below: 'trouble' }, width)

// What is left of a window for its list, in CSS pixels: the window less the sidebar.
const WIDE = 2_000
const ORDINARY = 1_080
const SMALL = 700

describe('A row of a list of the fleet', () => {
  it('has every column in a wide window', () => {
    expect(layOutAll(mailboxColumns, WIDE).columns).toEqual([...mailboxColumns.all, 'copy'])
    expect(layOutAll(domainColumns, WIDE).columns).toEqual([...domainColumns.all, 'copy'])
  })

  it('leaves out in an ordinary window only what the details tell', () => {
    expect(layOutAll(mailboxColumns, ORDINARY).columns).toEqual([
      'address',
      'name',
      'workspace',
      'status',
      'tags',
      'note',
      'renews',
      'copy',
    ])
    expect(layOutAll(domainColumns, ORDINARY).columns).toEqual([
      ...[
        'domain',
        'mailboxes',
        'status',
        'mx',
        'spf',
        'dkim',
        'dmarc-record',
        'ns',
        'expires',
        'note',
        'copy',
      ],
    ])
  })

  it('stands in columns in the smallest window that is reviewed, and below one another in a narrower one', () => {
    expect(layOutAll(mailboxColumns, SMALL).isStacked).toBe(false)
    expect(layOutAll(domainColumns, SMALL)).toMatchObject({
      isStacked: false,
      columns: ['domain', 'mailboxes', 'status', 'expires', 'note', 'copy'],
    })
    expect(layOutAll(mailboxColumns, 520).isStacked).toBe(true)
    expect(layOutAll(domainColumns, 520).isStacked).toBe(true)
  })

  it('keeps a line of its own for what is said below it', () => {
    const { style, columns } = layOutAll(mailboxColumns, SMALL)
    expect(style.gridTemplateAreas).toBe(`"${columns.join(' ')}" "${columns.map(() => 'trouble').join(' ')}"`)
  })
})
