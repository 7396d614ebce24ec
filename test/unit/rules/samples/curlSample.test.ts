import { describe, expect, it } from 'vitest'
import { readCurl } from '../../../../src/main/rules/samples/curlSample'
import type { Sample } from '../../../../src/main/rules/samples/sample'
import { cpuTime } from '../../../support/process/cpuTime'

function read(text: string): Sample {
  const sample = readCurl(text)
  if (!sample.ok) throw new Error(`not read: ${sample.error}`)
  return sample.value
}
const pathOf = ({ steps }: Sample) => `/${steps.map(({ text }) => text).join('/')}`
const told = ({ method, slots, ...sample }: Sample) => ({
  asks: `${method} ${pathOf({ method, slots, ...sample })}`,
  with: slots.map(({ place, name }) => `${place} ${name}`),
})
const address = 'https://api.litemail.app/v1/tags'

describe('the method of a sample', () => {
  it.each([
    ['that names none', `curl ${address}`, 'GET'],
    ['with data', `curl ${address} -d '{"name":"x"}'`, 'POST'],
    ['with data for the query', `curl -G ${address} -d page=1`, 'GET'],
    ['with JSON', `curl --json '{"name":"x"}' ${address}`, 'POST'],
    ['with a form', `curl ${address} -F name=x`, 'POST'],
    ['with a file that is sent', `curl -T tag.json ${address}`, 'PUT'],
    ['that asks for headers', `curl -I ${address}`, 'HEAD'],
    ['with --request', `curl --request delete ${address}`, 'DELETE'],
    ['with -X in one word', `curl -XPATCH ${address}`, 'PATCH'],
    ['with -X among other letters', `curl -sSLX PUT ${address}`, 'PUT'],
    ['with =', `curl --request=PUT --url=${address}`, 'PUT'],
  ])('%s is %s → %s', (_, text, method) => {
    expect(told(read(text)).asks).toBe(`${method} /v1/tags`)
  })
})

describe('the words of a sample are read', () => {
  const whole = { asks: 'POST /v1/tags', with: ['body name', 'body color'] }
  const body = '{"name":"it\'s","color":"#1971c2"}'
  it.each([
    ['in single quotes', `curl -X POST '${address}' -d '{"name":"its","color":"#1971c2"}'`],
    ['in double quotes', `curl -X POST "${address}" -d "${body.replaceAll('"', '\\"')}"`],
    ["in $'…'", `curl '${address}' --data-raw $'{"name":"it\\'s","color":"\\u0023\\x31971c2"}'`],
    [
      'over several lines',
      `curl \\\n  --url '${address}' \\\n  --data '{\n  "name": "x",\n  "color": "#fff"\n}'`,
    ],
    ['with spaces behind the \\', `curl '${address}' \\  \n -d '{"name":"x","color":"#fff"}'`],
    ['with lines of Windows', `curl '${address}' \\\r\n -d '{"name":"x",\r\n"color":"#fff"}'\r\n`],
    [
      'with lines that end without \\',
      `curl '${address}'\n  -H 'Accept: */*'\n  -d '{"name":"x","color":"#fff"}'`,
    ],
    [
      'of cmd.exe',
      `curl ^"${address}^" ^\r\n  --data-raw ^"^{\\^"name\\^":\\^"x\\^",\\^"color\\^":\\^"#fff\\^"^}^"`,
    ],
    ['of PowerShell', `curl.exe "${address}" \`\n  -d '{"name":"x","color":"#fff"}'`],
    ['with quotes of a word processor', `curl “${address}” -d ‘{"name":"x","color":"#fff"}’`],
    ['behind a prompt', `$ curl ${address} -d '{"name":"x","color":"#fff"}'`],
    ['behind sudo and variables', `KEY=1 sudo curl ${address} -d '{"name":"x","color":"#fff"}'`],
    [
      'behind words about it',
      `Lists don't end; use curl to read them:\n# it's easy\ncurl ${address} -d '{"name":"x","color":"#fff"}'`,
    ],
    ['before a pipe', `curl ${address} -d '{"name":"x","color":"#fff"}' | jq '.data'`],
    [
      'before the next command',
      `curl ${address} -d '{"name":"x","color":"#fff"}'\ncurl https://elsewhere.test/v1/other`,
    ],
    ['with data in parts', `curl ${address} -d '{"name":"x",' -d '"color":"#fff"}'`],
    ['of a form', `curl ${address} -d name=x -d 'color=%23fff'`],
    ['of a form with parts', `curl ${address} -F 'name=x' -F 'color=#fff'`],
    [
      'with comments and a last comma',
      `curl ${address} -d '{"name": "x", // what it is called\n "color": "#fff",}'`,
    ],
    ['with placeholders for values', `curl ${address} -d '{"name": <string>, "color": {{color}}}'`],
    [
      'with options that do not matter',
      `curl -sS -m 30 --retry 3 -o out.json --http1.1 ${address} -d '{"name":"x","color":"#fff"}' -k`,
    ],
  ])('%s', (_, text) => {
    expect(told(read(text))).toEqual(whole)
  })

  it('with fields of fields, a list as one', () => {
    const text = `curl ${address} -d '{"tag":{"name":"x","look":{"color":"#fff"}},"ids":["a","b"],"rows":[{"a":1}]}'`
    expect(told(read(text)).with).toEqual(['body tag.name', 'body tag.look.color', 'body ids', 'body rows'])
    expect(read(text).slots.map(({ shape }) => shape)).toEqual(['text', 'color', 'list', 'rows'])
  })

  it('with what the query has, a name that comes twice once', () => {
    const { slots } = read(`curl '${address}?page=1&tlds[]=com&ids=a&ids=b&q=some+words#top'`)
    expect(slots.map(({ name, shape }) => [name, shape])).toEqual([
      ['page', 'number'],
      ['tlds[]', 'list'],
      ['ids', 'list'],
      ['q', 'text'],
    ])
  })

  it('with an address that is in no quotes, its & and all', () => {
    expect(told(read(`curl ${address}?page=1&limit=10`)).with).toEqual(['query page', 'query limit'])
  })
})

describe('placeholders in a path', () => {
  it.each([
    ['{tag_id}', 'named', 'tag_id'],
    ['{{tagId}}', 'named', 'tagId'],
    ['%7Btag_id%7D', 'named', 'tag_id'],
    [':tagId', 'named', 'tagId'],
    ['<tag-id>', 'named', 'tag-id'],
    ['[id]', 'named', 'id'],
    ['$ID', 'named', 'ID'],
    [`\${TAG_ID}`, 'named', 'TAG_ID'],
    ['TAG_ID', 'named', 'TAG_ID'],
    ['YOUR_TAG_ID', 'named', 'TAG_ID'],
    ['48213', 'value', ''],
    ['cm8u0k4xw0007l508warm0000', 'value', ''],
    ['6f1c2a9e-8f0b-4c1d-9a57-3f9d2b7c5e10', 'value', ''],
    ['sub_1', 'value', ''],
    ['acme-mail.test', 'value', ''],
    ['507f1f77bcf86cd799439011', 'value', ''],
    ['V1StGXR8Z5jdHi6B', 'value', ''],
    ['name-servers', 'word', ''],
    ['dns', 'word', ''],
    ['v2', 'word', ''],
    ['mailbox_status_counts', 'word', ''],
  ])('%s is a %s', (text, kind, name) => {
    const step = read(`curl '${address}/${text}'`).steps.at(-1)
    expect(step).toMatchObject({ kind, name })
  })
})

describe('what no request of ours has is told, by name and never with a key', () => {
  it.each([
    ['the host', `curl ${address}`, []],
    ['a key in a header', `curl ${address} -H 'x-api-key: sk_1'`, [['key', 'x-api-key']]],
    ['a token', `curl ${address} -H 'Authorization: Bearer sk_1'`, [['key', 'Authorization']]],
    ['a key in the query', `curl '${address}?api_key=sk_1'`, [['key', 'api_key']]],
    ['a password', `curl -u me:sk_1 ${address}`, [['key', '--user']]],
    ['a cookie', `curl -b 'session=sk_1' ${address}`, [['header', 'Cookie']]],
    ['a header of a cookie', `curl -H 'Cookie: session=sk_1' ${address}`, [['header', 'Cookie']]],
    [
      'a header that means something already',
      `curl -H 'X-Forwarded-For: sk_1' ${address}`,
      [['header', 'X-Forwarded-For']],
    ],
    ['a file', `curl ${address} -d @body.json`, [['file', 'body.json']]],
    ['a form', `curl ${address} -d a=1`, [['form', 'application/x-www-form-urlencoded']]],
    ['a form with parts', `curl ${address} -F a=1`, [['form', 'multipart/form-data']]],
    [
      'a file of a form',
      `curl ${address} -F 'list=@rows.csv;type=text/csv' -F a=1`,
      [
        ['file', 'rows.csv;type=text/csv'],
        ['form', 'multipart/form-data'],
      ],
    ],
    ['a body that is a list', `curl ${address} -d '["sk_1"]'`, [['content', '']]],
    ['a body that is nothing that can be read', `curl ${address} -d '{sk_1'`, [['content', '']]],
  ])('%s', (_, text, wanted) => {
    const { dropped } = read(text)
    expect(dropped.map(({ what, name }) => [what, name])).toEqual([['host', 'api.litemail.app'], ...wanted])
    expect(JSON.stringify(read(text))).not.toContain('sk_1')
  })

  it('whose account stands before the host, without it', () => {
    expect(read('curl https://me:sk_1@api.litemail.app/v1/tags').dropped).toEqual([
      { what: 'host', name: 'api.litemail.app' },
    ])
  })
})

describe('a server that is only a placeholder', () => {
  it.each([
    '$BASE_URL/tags',
    `\${BASE_URL}/tags`,
    '{{baseUrl}}/tags',
    'https://{{host}}/tags',
    '<base-url>/tags',
    '/tags',
  ])('%s leaves open what stands before the path', (url) => {
    expect(read(`curl '${url}'`)).toMatchObject({ isWhole: false, steps: [{ text: 'tags' }] })
  })
  it.each([address, 'api.litemail.app/v1/tags', 'localhost:3000/v1/tags'])('%s is one', (url) => {
    expect(read(`curl ${url}`)).toMatchObject({ isWhole: true, steps: [{ text: 'v1' }, { text: 'tags' }] })
  })
})

describe('what is no sample is refused', () => {
  it.each([
    ['nothing of it', 'GET me the tags', 'no-curl'],
    ['another program', 'wget https://api.litemail.app/v1/tags', 'no-curl'],
    ['a quote that does not end', `curl '${address}`, 'quotes'],
    ['no address', 'curl -X POST', 'no-url'],
    ['a file', 'curl file:///etc/passwd', 'url'],
    ['another protocol', 'curl gopher://127.0.0.1:70/x', 'url'],
    ['no address but words', 'curl hello', 'url'],
    ['more than any sample', `curl ${address} -d '${'x'.repeat(20_000)}'`, 'too-long'],
  ])('%s', (_, text, problem) => {
    expect(readCurl(text)).toEqual({ ok: false, error: problem })
  })
})

describe('a hostile text', () => {
  const url = 'https://api.litemail.app/v1/tags'
  const filled = (part: string, head: string, tail = '') =>
    `${head}${part.repeat(Math.floor((19_900 - head.length - tail.length) / part.length))}${tail}`

  it.each([
    ['a text in a body that never ends', filled('\\"', `curl ${url} -d '{"`, `'`)],
    ['quotes in a body', filled('"', `curl ${url} -d '{`, `'`)],
    ['commas and spaces', filled(', ', `curl ${url} -d '{`, `'`)],
    ['comments that never end', filled('/*', `curl ${url} -d '{`, `'`)],
    ['a header without an end of its name', filled(' ', `curl ${url} -H 'a`, `b'`)],
    ['one name in a query time and again', filled('a=1&', `curl '${url}?`, `'`)],
    ['steps of a path', filled('/{a}', `curl ${url}`)],
    ['braces', filled('{{', `curl ${url}/`)],
    ['lines that go on', filled('\\ ', `curl ${url} `)],
    ['variables before the command', filled('a=b ', '')],
    ['spaces in a placeholder that never ends', filled(' ', `curl '${url}/<`, `x'`)],
    ['spaces in braces that never end', filled(' ', `curl '${url}/{`, `x'`)],
    ['spaces in brackets that never end', filled(' ', `curl '${url}/[`, `x'`)],
  ])('takes no longer than a moment: %s', (_, text) => {
    expect(cpuTime(() => readCurl(text))).toBeLessThan(1_000)
  })
})
