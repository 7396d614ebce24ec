import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { argumentsOf, parseCommandLine } from '../../../src/main/desktop/commandLine'
import { holderWords } from '../../../src/main/desktop/holderWords'
import { commandLineText } from '../../../src/shared/text/commandLine'

const orderOf = (...argv: string[]) => {
  const parsed = parseCommandLine(argv)
  if (!parsed.ok) throw new Error(parsed.error)
  return parsed.value.create
}
const refusalOf = (...argv: string[]) => {
  const parsed = parseCommandLine(argv)
  return parsed.ok ? null : parsed.error
}

describe('the command line', () => {
  it('opens the window when nothing is asked for', () => {
    expect(parseCommandLine([])).toEqual({
      ok: true,
      value: {
        isDemo: false,
        demoMailboxes: null,
        isHidden: false,
        userDataDir: null,
        create: null,
        isQuick: false,
        shows: null,
      },
    })
  })

  it('opens the small window, which goes with no other order', () => {
    expect(parseCommandLine(['--quick-create', '--demo'])).toMatchObject({
      ok: true,
      value: { isQuick: true, isDemo: true, create: null },
    })
    expect(refusalOf('--quick-create', '--new-address')).toBe(
      '--quick-create does not go with --new-address.',
    )
    expect(refusalOf('--quick-create', '--hidden')).toBe('--quick-create does not go with --hidden.')
    expect(refusalOf('--quick-create=1')).toBe('--quick-create takes no value.')
    expect(refusalOf('--quick-create', '--note=x')).toBe('--note goes with --new-address.')
  })

  it('reads an order with all its options', () => {
    expect(
      orderOf(
        '--new-address',
        '--account=Work',
        '--local-part=Train.Tickets',
        '--style=words',
        '--domain=IG.do',
        '--tag=travel',
        '--note=To the coast',
        '--print',
        '--timeout=20',
      ),
    ).toEqual({
      account: 'Work',
      localPart: 'train.tickets',
      style: 'words',
      domain: 'ig.do',
      tag: 'travel',
      note: 'To the coast',
      isPrinted: true,
      timeout: 20,
    })
  })

  it('waits ten seconds unless told', () => {
    expect(orderOf('--new-address')?.timeout).toBe(10)
  })

  it('opens sample data, of a size if one is given', () => {
    expect(parseCommandLine(['--demo'])).toMatchObject({ value: { isDemo: true, demoMailboxes: null } })
    expect(parseCommandLine(['--demo=100000'])).toMatchObject({
      value: { isDemo: true, demoMailboxes: 100_000 },
    })
  })

  it.each(['0', '-1', '200001', '1e5', '1.5', ' 7', '١', 'yes', '9999999'])(
    'has no sample data of size %s',
    (size) => {
      expect(refusalOf(`--demo=${size}`)).toBe('The value of --demo does not fit. See mailroom --help.')
    },
  )

  it.each([
    [['--new-adress'], '--new-adress'],
    [['-n'], '-n'],
    [['something'], 'options only'],
    [['--new-address', '--new-address'], 'twice'],
    [['--new-address=yes'], 'takes no value'],
    [['--new-address', '--tag'], 'needs a value'],
    [['--new-address', '--tag='], 'needs a value'],
    [['--demo='], 'needs a value'],
    [['--demo', '--demo=7'], 'twice'],
    [['--print'], 'goes with --new-address'],
    [['--tag=x'], 'goes with --new-address'],
    [['--new-address', '--timeout=0'], '--timeout'],
    [['--new-address', '--timeout=61'], '--timeout'],
    [['--new-address', '--timeout=1e1'], '--timeout'],
    [['--new-address', '--style=fancy'], '--style'],
    [['--new-address', '--local-part=abc'], '--local-part'],
    [['--new-address', '--local-part=a@b.c'], '--local-part'],
    [['--new-address', '--domain=nodots'], '--domain'],
    [['--new-address', `--tag=${'x'.repeat(51)}`], '--tag'],
    [['--new-address', `--note=${'x'.repeat(4001)}`], '--note'],
  ])('refuses %j and names what does not fit', (argv, words) => {
    expect(refusalOf(...argv)).toContain(words)
  })

  it('passes over switches of the runtime', () => {
    expect(
      parseCommandLine(['--remote-debugging-port=0', '--ozone-platform=headless', '--demo']),
    ).toMatchObject({
      ok: true,
      value: { isDemo: true },
    })
  })

  it('has no option of the process that holds a text: not in its help, not alone, not beside others', () => {
    expect(commandLineText.help).not.toContain('hold')
    for (const words of [['--hold-clipboard'], ['--hold-clipboard', '--new-address'], [...holderWords]])
      expect(refusalOf(...words)).toBe('There is no option --hold-clipboard. See mailroom --help.')
  })

  it('answers any words at all with one bounded, printable line or an order', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.string().map((text) => `--${text}`),
            fc.constant('--new-address'),
          ),
        ),
        (argv) => {
          const parsed = parseCommandLine(argv)
          if (!parsed.ok) expect(parsed.error).toMatch(/^[\x20-\x7e…’]{1,200}$/)
        },
      ),
    )
  })

  it('takes the application folder off when started from source', () => {
    expect(argumentsOf(['electron', '--inspect=0', '/some/app', '--demo'], true)).toEqual([
      '--inspect=0',
      '--demo',
    ])
    expect(argumentsOf(['mailroom', '--demo'], false)).toEqual(['--demo'])
  })
})
