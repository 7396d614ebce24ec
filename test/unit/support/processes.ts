import { readdirSync, readFileSync } from 'node:fs'

const read = (pid: string, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1')
  } catch {
    // It ended meanwhile.
    return ''
  }
}
const pids = (): string[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name))

/** Every process of the machine, as it was called. */
export const commandLines = (): string =>
  pids()
    .map((pid) => read(pid, 'cmdline').replaceAll('\0', ' '))
    .join('\n')

/** The living processes of a group, which an application's children belong to: proc(5), `stat`. */
export const groupOf = (leader: number): string[] =>
  pids().filter((pid) => {
    // Behind the name, which is in brackets: state, parent, group.
    const [, state, , group] = read(pid, 'stat').replace(/^.*\)/s, '').split(' ')
    return group === String(leader) && state !== 'Z'
  })
