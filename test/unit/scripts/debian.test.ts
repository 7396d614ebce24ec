import { describe, expect, it } from 'vitest'
import {
  aptWords,
  libraryWords,
  missingPackages,
  needs,
  parseInstalled,
  pickNames,
} from '../../../scripts/setup/debian.mjs'

const gtk = {
  purpose: 'window' as const,
  packages: ['libgtk-3-0t64', 'libgtk-3-0'],
  library: 'libgtk-3.so.0',
}
const xvfb = { purpose: 'display' as const, packages: ['xvfb'], program: 'Xvfb' }

describe("dpkg's answer", () => {
  it('is read with the state of each package, without its sentences about unknown ones', () => {
    const output =
      'libgtk-3-0 installed\nxvfb half-configured\ndpkg-query: no packages found matching libgtk-3-0t64\n'
    expect(parseInstalled(output)).toEqual(
      new Map([
        ['libgtk-3-0', 'installed'],
        ['xvfb', 'half-configured'],
      ]),
    )
  })

  it('meets a need under any of the names that a package has had', () => {
    expect(missingPackages([gtk], new Map([['libgtk-3-0', 'installed']]))).toEqual([])
    expect(missingPackages([gtk], new Map([['libgtk-3-0t64', 'installed']]))).toEqual([])
  })

  it.each(['not-installed', 'config-files', 'half-installed', 'unpacked', 'half-configured'])(
    'does not meet a need with a package that is %s',
    (state) => {
      expect(missingPackages([xvfb], new Map([['xvfb', state]]))).toEqual([xvfb])
    },
  )
})

describe('the names to install', () => {
  it('are those that this release has', () => {
    const policy = [
      'libgtk-3-0t64:\n  Installed: (none)\n  Candidate: (none)\n  Version table:',
      'libgtk-3-0:\n  Installed: (none)\n  Candidate: 3.24.38-2~deb12u3\n  Version table:',
      'xvfb:\n  Installed: (none)\n  Candidate: 2:21.1.7-3\n  Version table:',
    ].join('\n')
    expect(pickNames([gtk, xvfb], policy)).toEqual(['libgtk-3-0', 'xvfb'])
    expect(pickNames([gtk], policy.replace('Candidate: (none)', 'Candidate: 3.24.49'))).toEqual([
      'libgtk-3-0t64',
    ])
  })

  it('are the oldest where nothing is known of them', () => {
    expect(pickNames([gtk, xvfb], '')).toEqual(['libgtk-3-0', 'xvfb'])
  })
})

describe('an ordinary user', () => {
  it('is given the exact command', () => {
    expect(aptWords(['libgtk-3-0', 'xvfb'])).toContain(
      '\n  sudo apt-get update && sudo apt-get install libgtk-3-0 xvfb\n',
    )
  })

  it('is told the libraries and programs where there is no apt', () => {
    const words = libraryWords([gtk, xvfb])
    expect(words).toContain('libraries: libgtk-3.so.0')
    expect(words).toContain('programs: Xvfb')
  })
})

it('can tell each need without a package, by a library or a program', () => {
  for (const need of needs) expect(need.library ?? need.program).toMatch(/./)
})
