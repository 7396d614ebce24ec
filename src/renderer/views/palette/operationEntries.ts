import { likedoOperations } from '../../../shared/likedo/operations'
import { operations } from '../../../shared/litemail/operations'
import { showOperations } from '../../state/app'
import type { PaletteEntry } from './entry'

interface NamedAccount {
  readonly id: string
  readonly name: string
}

/** Every operation of every account; the account is named where there are several of its service. */
export function operationEntries(accounts: {
  readonly likedo: readonly NamedAccount[]
  readonly litemail: readonly NamedAccount[]
}): readonly PaletteEntry[] {
  const entriesOf = (some: readonly NamedAccount[], table: typeof operations | typeof likedoOperations) =>
    some.flatMap((account) =>
      table.map(({ id, group, titles: [name, ...also] }): PaletteEntry => {
        const isOfSeveral = some.length > 1
        const about = isOfSeveral ? `${group}, ${account.name}` : group
        return {
          kind: 'operation',
          id: `${account.id} ${id}`,
          name,
          about,
          also: [...also, id, `${group} ${name}`, ...(isOfSeveral ? [`${name} ${account.name}`] : [])],
          run: () => showOperations({ accountId: account.id, part: 'read', operation: id }),
        }
      }),
    )
  return [...entriesOf(accounts.litemail, operations), ...entriesOf(accounts.likedo, likedoOperations)]
}
