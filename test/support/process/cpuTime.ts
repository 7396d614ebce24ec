/** What an act costs this computer, in milliseconds: how long it takes here depends on what else runs. */
export function cpuTime(act: () => unknown): number {
  const before = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
