import { expect, it } from 'vitest'
import { isNearHost } from '../../../src/main/rules/nearHost'

const hostOf = (address: string) => new URL(`https://${address}/`).hostname

it.each([
  ...[
    'localhost',
    'app.localhost',
    'router',
    'printer.local',
    'printer.local.',
    'db.corp.internal',
    'a.home.arpa',
  ],
  ...[
    '127.0.0.1',
    '2130706433',
    '0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.9.9',
    '192.168.1.1',
    '169.254.169.254',
  ],
  ...[
    '100.64.0.1',
    '100.127.1.1',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[fd00::1]',
    '[fc00::1]',
    '[fe80::1]',
  ],
])('%s is this computer or in its own network', (address) => {
  expect(isNearHost(hostOf(address))).toBe(true)
})

it.each([
  ...['accounts.example.com', 'local.example', 'xn--p1ai.xn--p1ai', '8.8.8.8', '172.15.0.1', '172.32.0.1'],
  ...[
    '100.63.0.1',
    '100.128.0.1',
    '192.169.1.1',
    '11.0.0.1',
    '127.example',
    '[2606:4700::1]',
    '10.example.com',
  ],
])('%s is somebody else', (address) => {
  expect(isNearHost(hostOf(address))).toBe(false)
})
