import type { RecordDraft } from '../../../src/shared/dns/record'

/* Records from the RFCs, and such that they rule out, all of them of example.com. */

type Given = Partial<RecordDraft>

export const txt = (host: string, value: string): Given => ({ type: 'TXT', host, value })
export const mx = (host: string, value: string, priority: number | null = 10): Given => ({
  ...{ type: 'MX', host, value, priority },
})
export const typed = (type: string, host: string, value: string): Given => ({ type, host, value })

/** RFC 6376, appendix C. */
const RSA =
  'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDwIRP/UC3SBsEmGqZ9ZJW3/DkMoGeLnQg1fWn7/zYtIxN2SnFCjxOCKG9v3b4jYfcTNh5ijSsq631uBItLa7od+v/RtdC2UzJ1lWT947qR+Rcac2gbto/NMqJ0fzfVjH4OuKhitdY9tf6mcwGjaNBcWToIMmPSPDdQPNUYckcQ2QIDAQAB'
/** RFC 8463, appendix A. */
const ED25519 = '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='
const LOOKUPS = Array.from({ length: 10 }, (_, n) => `include:s${n}.example.net`).join(' ')

export const good: readonly (readonly [string, Given])[] = [
  // RFC 1034, RFC 1035
  ['A, RFC 1034 6.1', typed('A', 'www', '192.0.2.1')],
  ['A of the domain itself', typed('A', '@', '203.0.113.255')],
  ['a wildcard, RFC 4592 2.1.1', typed('A', '*.sub', '192.0.2.1')],
  ['a label that begins with a figure, RFC 1123 2.1', typed('A', '3com', '192.0.2.1')],
  ['AAAA, RFC 4291 2.2', typed('AAAA', 'www', '2001:DB8:0:0:8:800:200C:417A')],
  ['AAAA with zeros left out', typed('AAAA', 'www', '2001:db8::8:800:200c:417a')],
  ['AAAA, loopback', typed('AAAA', 'www', '::1')],
  ['AAAA with an IPv4 address at its end', typed('AAAA', 'www', '::ffff:129.144.52.38')],
  ['CNAME, RFC 1034 3.6.2', typed('CNAME', 'www', 'c.isi.example.')],
  ['CNAME of a DKIM key', typed('CNAME', 's1._domainkey', 's1._domainkey.litemail.test')],
  ['MX, RFC 1035 3.3.9', mx('@', 'mx1.example.net')],
  ['MX with the dot of the root', mx('@', 'mx1.example.net.', 0)],
  ['no mail, RFC 7505 3', mx('@', '.', 0)],
  ['NS of a part of the domain, RFC 1034 4.2.1', typed('NS', 'sub', 'ns1.example.net')],
  ['SRV, RFC 2782', { ...typed('SRV', '_ldap._tcp', '0 389 ldap.example.net'), priority: 1 }],
  ['SRV, no such service', { ...typed('SRV', '_imap._tcp', '0 0 .'), priority: 0 }],
  ['CAA, RFC 8659 4.2', typed('CAA', '@', '0 issue "ca1.example.net"')],
  ['CAA with parameters', typed('CAA', '@', '0 issue "ca1.example.net; account=230123"')],
  ['CAA, nobody may issue', typed('CAA', '@', '0 issue ";"')],
  ['CAA, reports, RFC 8659 4.4', typed('CAA', '@', '0 iodef "mailto:security@example.com"')],
  ['CAA, critical, RFC 8659 4.5', typed('CAA', '@', '128 tbs "Unknown"')],
  ['TTL of a day', { ...typed('A', 'www', '192.0.2.1'), ttl: 86_400 }],
  ['TTL as long as it may be, RFC 2181 8', { ...typed('A', 'www', '192.0.2.1'), ttl: 2_147_483_647 }],
  ['a text', txt('_verify', 'token=1')],
  ['a text in quotes, RFC 1035 5.1', txt('@', '"printer=lpr5"')],
  ['a text in several quoted parts', txt('@', `"${'a'.repeat(255)}" "${'b'.repeat(45)}"`)],
  ['a text of 300 octets without quotes', txt('@', 'a'.repeat(300))],
  ['a text with a quote in its quotes', txt('@', '"say \\"hi\\""')],
  // RFC 7208
  ['SPF, nobody sends', txt('@', 'v=spf1 -all')],
  ['SPF, RFC 7208 appendix A', txt('@', 'v=spf1 a mx -all')],
  ['SPF, a and mx with networks', txt('@', 'v=spf1 a:example.org/24 mx/30 mx:example.org/30//64 ~all')],
  [
    'SPF, addresses, RFC 7208 5.6',
    txt('@', 'v=spf1 ip4:192.0.2.129 ip4:192.0.2.0/24 ip6:2001:db8::/32 -all'),
  ],
  ['SPF, include, RFC 7208 5.2', txt('@', 'v=spf1 include:example.net include:example.org -all')],
  ['SPF, redirect, RFC 7208 6.1', txt('@', 'v=spf1 redirect=_spf.example.com')],
  ['SPF, macros, RFC 7208 7', txt('@', 'v=spf1 exists:%{ir}.%{l1r+-}._spf.%{d} -all')],
  ['SPF, explanation, RFC 7208 6.2', txt('@', 'v=spf1 mx -all exp=explain._spf.%{d}')],
  ['SPF, words of the future, RFC 7208 12', txt('@', 'v=spf1 mx moo.cow-far_out=man:dog/cat ptr -all')],
  ['SPF, ten lookups', txt('@', `v=spf1 ${LOOKUPS} ip4:192.0.2.1 ~all`)],
  ['SPF in two parts, RFC 7208 3.3', txt('@', '"v=spf1 a:mail.exam" "ple.net -all"')],
  // RFC 6376
  ['DKIM, RFC 6376 appendix C', txt('brisbane._domainkey', `v=DKIM1; p=${RSA}`)],
  ['DKIM without its version', txt('s1._domainkey', `k=rsa; p=${RSA}`)],
  ['DKIM, taken back, RFC 6376 3.6.1', txt('s1._domainkey', 'v=DKIM1; p=')],
  [
    'DKIM with all tags',
    txt('s1._domainkey', `v=DKIM1; h=sha1:sha256; k=rsa; n=note; s=email; t=y:s; p=${RSA};`),
  ],
  ['DKIM, RFC 8463 appendix A', txt('s1._domainkey', `v=DKIM1; k=ed25519; p=${ED25519}`)],
  // RFC 7489
  ['DMARC, RFC 7489 B.2.1', txt('_dmarc', 'v=DMARC1; p=none; rua=mailto:dmarc-feedback@example.com')],
  [
    'DMARC, RFC 7489 B.2.2',
    txt('_dmarc', 'v=DMARC1; p=none; rua=mailto:d@example.com; ruf=mailto:auth-reports@example.com'),
  ],
  [
    'DMARC, RFC 7489 B.2.3',
    txt('_dmarc', 'v=DMARC1; p=none; ruf=mailto:auth-reports@thirdparty.example.net'),
  ],
  [
    'DMARC, RFC 7489 B.2.4',
    txt(
      '_dmarc',
      'v=DMARC1; p=quarantine; rua=mailto:d@example.com,mailto:t@thirdparty.example.net!10m; pct=25',
    ),
  ],
  [
    'DMARC with all tags',
    txt('_dmarc', 'v=DMARC1;p=reject;sp=none;adkim=s;aspf=r;pct=0;fo=1:d:s;rf=afrf;ri=86400'),
  ],
  ['DMARC of a part of the domain', txt('_dmarc.news', 'v=DMARC1; p=reject')],
]

/** With what stands against them. */
export const bad: readonly (readonly [string, Given, string])[] = [
  ['a type that Litemail does not take', typed('SPF', '@', 'v=spf1 -all'), 'recordType: type'],
  ['no host', typed('A', '', '192.0.2.1'), 'host: host-empty'],
  ['the whole name as host', typed('A', 'www.example.com', '192.0.2.1'), 'host: host-whole'],
  ['a label of 64, RFC 1035 2.3.4', typed('A', 'a'.repeat(64), '192.0.2.1'), 'host: host-name'],
  [
    'a name over 253',
    typed('A', `${'a'.repeat(60)}.`.repeat(4).slice(0, -1), '192.0.2.1'),
    'host: host-long',
  ],
  ['a hyphen at the end, RFC 952', typed('A', 'www-', '192.0.2.1'), 'host: host-name'],
  ['an empty label', typed('A', 'a..b', '192.0.2.1'), 'host: host-name'],
  ['a space', typed('A', 'my host', '192.0.2.1'), 'host: host-name'],
  ['a star behind others, RFC 4592', typed('A', 'sub.*', '192.0.2.1'), 'host: host-star'],
  ['an underscore in the name of a host', typed('A', '_www', '192.0.2.1'), 'host: host-underscore'],
  ['A, 256', typed('A', 'www', '192.0.2.256'), 'value: a-address'],
  ['A, three numbers', typed('A', 'www', '192.0.2'), 'value: a-address'],
  ['A, a leading zero, RFC 6943', typed('A', 'www', '192.0.2.010'), 'value: a-address'],
  ['A, an IPv6 address', typed('A', 'www', '2001:db8::1'), 'value: a-address'],
  ['A, a name', typed('A', 'www', 'example.net'), 'value: a-address'],
  ['AAAA, an IPv4 address', typed('AAAA', 'www', '192.0.2.1'), 'value: aaaa-address'],
  ['AAAA, zeros left out twice', typed('AAAA', 'www', '2001:db8::8::1'), 'value: aaaa-address'],
  ['AAAA, nine pieces', typed('AAAA', 'www', '1:2:3:4:5:6:7:8:9'), 'value: aaaa-address'],
  ['AAAA, a zone', typed('AAAA', 'www', 'fe80::1%eth0'), 'value: aaaa-address'],
  ['CNAME of the domain itself, RFC 1034 3.6.2', typed('CNAME', '@', 'example.net'), 'host: cname-apex'],
  ['CNAME, an address', typed('CNAME', 'www', '192.0.2.1'), 'value: target-address'],
  ['CNAME to itself', typed('CNAME', 'www', 'www.example.com'), 'value: target-itself'],
  ['CNAME, a web address', typed('CNAME', 'www', 'https://example.net/'), 'value: target-name'],
  ['MX, an address, RFC 1035 3.3.9', mx('@', '192.0.2.1'), 'value: target-address'],
  ['MX, an IPv6 address', mx('@', '2001:db8::1'), 'value: target-address'],
  ['MX without its priority', mx('@', 'mx1.example.net', null), 'priority: priority-needed'],
  ['MX, a priority of 17 bits', mx('@', 'mx1.example.net', 65_536), 'priority: priority'],
  ['MX, a priority in its value', mx('@', '10 mx1.example.net'), 'value: target-name'],
  ['no mail with a priority, RFC 7505 3', mx('@', '.', 10), 'priority: null-mx-priority'],
  ['A with a priority', { ...typed('A', 'www', '192.0.2.1'), priority: 10 }, 'priority: priority-unused'],
  ['NS, an address', typed('NS', 'sub', '192.0.2.1'), 'value: target-address'],
  ['SRV at no service', { ...typed('SRV', 'ldap', '0 389 l.example.net'), priority: 1 }, 'host: srv-host'],
  [
    'SRV without its port',
    { ...typed('SRV', '_ldap._tcp', '0 l.example.net'), priority: 1 },
    'value: srv-value',
  ],
  [
    'SRV, a port of 17 bits',
    { ...typed('SRV', '_ldap._tcp', '0 65536 l.example.net'), priority: 1 },
    'value: srv-value',
  ],
  ['CAA without its flags', typed('CAA', '@', 'issue "ca1.example.net"'), 'value: caa-value'],
  ['CAA, flags of nine bits', typed('CAA', '@', '256 issue "ca1.example.net"'), 'value: caa-value'],
  ['CAA, RFC 8659 4.2, an issuer that is none', typed('CAA', '@', '0 issue "%%%%%"'), 'value: caa-issuer'],
  ['CAA, reports to nowhere', typed('CAA', '@', '0 iodef "security@example.com"'), 'value: caa-report'],
  ['TTL of 32 bits, RFC 2181 8', { ...typed('A', 'www', '192.0.2.1'), ttl: 2_147_483_648 }, 'ttl: ttl'],
  ['TTL below nothing', { ...typed('A', 'www', '192.0.2.1'), ttl: -1 }, 'ttl: ttl'],
  ['TTL of a half', { ...typed('A', 'www', '192.0.2.1'), ttl: 0.5 }, 'ttl: ttl'],
  ['an empty text', txt('@', '  '), 'value: txt-empty'],
  ['a quote without its end', txt('@', '"abc'), 'value: txt-quotes'],
  ['quotes in the middle', txt('@', 'a "b" c'), 'value: txt-quotes'],
  ['a quoted part of 256, RFC 1035 3.3', txt('@', `"${'a'.repeat(256)}"`), 'value: txt-part-long'],
  ['a line break', txt('@', 'a\nb'), 'value: txt-control'],
  ['a text over 65,535', txt('@', 'a'.repeat(65_400)), 'value: txt-long'],
  ['SPF, a word that is none', txt('@', 'v=spf1 includes:example.net -all'), 'value: spf-term'],
  ['SPF, include without a name', txt('@', 'v=spf1 include: -all'), 'value: spf-name'],
  ['SPF, a name that is none', txt('@', 'v=spf1 a:localhost -all'), 'value: spf-name'],
  ['SPF, an IPv6 network as IPv4', txt('@', 'v=spf1 ip4:2001:db8::/32 -all'), 'value: spf-network'],
  ['SPF, a network of 33 bits', txt('@', 'v=spf1 ip4:192.0.2.0/33 -all'), 'value: spf-network'],
  ['SPF, a macro of explanations', txt('@', 'v=spf1 exists:%{c}.example.net -all'), 'value: spf-name'],
  ['SPF, eleven lookups, RFC 7208 4.6.4', txt('@', `v=spf1 ${LOOKUPS} mx ~all`), 'value: spf-lookups'],
  ['SPF, ten and a redirect', txt('@', `v=spf1 ${LOOKUPS} redirect=example.net`), 'value: spf-lookups'],
  ['SPF, behind its end, RFC 7208 5.1', txt('@', 'v=spf1 -all include:example.net'), 'value: spf-after-all'],
  [
    'SPF, a redirect that nobody follows, RFC 7208 6.1',
    txt('@', 'v=spf1 -all redirect=example.net'),
    'value: spf-redirect',
  ],
  [
    'SPF, two redirects, RFC 7208 6',
    txt('@', 'v=spf1 redirect=a.example redirect=b.example'),
    'value: spf-twice',
  ],
  ['DKIM, another version', txt('s1._domainkey', `v=DKIM2; p=${RSA}`), 'value: dkim-version'],
  [
    'DKIM, its version behind others',
    txt('s1._domainkey', `k=rsa; v=DKIM1; p=${RSA}`),
    'value: dkim-version',
  ],
  ['DKIM without a key', txt('s1._domainkey', 'v=DKIM1; k=rsa'), 'value: dkim-key-missing'],
  ['DKIM, a key that is no base64', txt('s1._domainkey', 'v=DKIM1; p=MIG…'), 'value: dkim-key'],
  ['DKIM, a short key, RFC 8463', txt('s1._domainkey', 'v=DKIM1; k=ed25519; p=AAAA'), 'value: dkim-key'],
  ['DKIM, another kind of key', txt('s1._domainkey', `v=DKIM1; k=dsa; p=${RSA}`), 'value: dkim-kind'],
  ['DKIM, a tag twice, RFC 6376 3.2', txt('s1._domainkey', `v=DKIM1; p=${RSA}; p=`), 'value: dkim-tags'],
  ['DKIM, another hash', txt('s1._domainkey', `v=DKIM1; h=md5; p=${RSA}`), 'value: dkim-hash'],
  ['DKIM where nobody looks', txt('@', `v=DKIM1; p=${RSA}`), 'value: dkim-place'],
  [
    'DMARC without a policy, RFC 7489 6.3',
    txt('_dmarc', 'v=DMARC1; rua=mailto:d@example.com'),
    'value: dmarc-policy',
  ],
  [
    'DMARC, its policy behind others, RFC 7489 6.4',
    txt('_dmarc', 'v=DMARC1; pct=5; p=none'),
    'value: dmarc-policy',
  ],
  ['DMARC, another policy', txt('_dmarc', 'v=DMARC1; p=block'), 'value: dmarc-policy'],
  ['DMARC, its version not in capitals', txt('_dmarc', 'v=dmarc1; p=none'), 'value: dmarc-version'],
  ['DMARC, its version behind others', txt('_dmarc', 'p=none; v=DMARC1'), 'value: dmarc-version'],
  ['SPF where DMARC belongs', txt('_dmarc', 'v=spf1 -all'), 'value: dmarc-version'],
  ['DMARC of the domain itself', txt('@', 'v=DMARC1; p=none'), 'value: dmarc-place'],
  ['DMARC, more than all', txt('_dmarc', 'v=DMARC1; p=none; pct=101'), 'value: dmarc-percent'],
  [
    'DMARC, an address without mailto',
    txt('_dmarc', 'v=DMARC1; p=none; rua=d@example.com'),
    'value: dmarc-reports',
  ],
  ['DMARC, another alignment', txt('_dmarc', 'v=DMARC1; p=none; aspf=x'), 'value: dmarc-alignment'],
  ['DMARC, another policy for parts', txt('_dmarc', 'v=DMARC1; p=none; sp=all'), 'value: dmarc-subdomains'],
  ['DMARC, other reports of failures', txt('_dmarc', 'v=DMARC1; p=none; fo=2'), 'value: dmarc-options'],
  ['DMARC, another format', txt('_dmarc', 'v=DMARC1; p=none; rf=iodef'), 'value: dmarc-format'],
  ['DMARC, no tags', txt('_dmarc', 'v=DMARC1 p=none; rua'), 'value: dmarc-tags'],
]
