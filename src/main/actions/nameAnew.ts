/** A name has 80 characters at most, its number included; a host may have more. */
const LONGEST_BASE = 70

/** "LikeDo", "LikeDo 2", …: the service's name, or the host of a server that is not the service's own. */
export function nameAnew(
  service: { readonly name: string; readonly origin: string },
  origin: string,
  accounts: readonly { readonly name: string }[],
): string {
  const base = origin === service.origin ? service.name : new URL(origin).host.slice(0, LONGEST_BASE)
  const names = new Set(accounts.map(({ name }) => name))
  for (let n = 1; ; n++) {
    const name = n === 1 ? base : `${base} ${n}`
    if (!names.has(name)) return name
  }
}
