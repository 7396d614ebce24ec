import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../src/main/rules/htmlText'
import { readableText } from '../../../src/main/rules/messageText'
import { quietHtml } from '../../../src/main/rules/quietHtml'
import { hostileMessages } from '../../support/likedo/hostileMessages'

const OUTSIDE = 'http://outside.example'
const bodies = hostileMessages(OUTSIDE).flatMap(({ html }) => (typeof html === 'string' ? [html] : []))

describe('formatting that is made harmless', () => {
  it('keeps how text looks', () => {
    expect(
      quietHtml('<h1 style="color: #123; position: fixed">Hi</h1><p align=center>a &amp; <b>b</b><br>c</p>'),
    ).toEqual({
      css: '.m0{color:#123}',
      body: '<h1 class="m0">Hi</h1><p align="center">a &amp; <b>b</b><br>c</p>',
      isCut: false,
    })
  })

  it('joins no more cells than somebody would read', () => {
    expect(quietHtml('<td colspan=2 rowspan=65534 width=9>x</td>').body).toBe(
      '<td colspan="2" width="9">x</td>',
    )
  })

  it('writes nothing that acts, fetches or leads anywhere', () => {
    for (const body of bodies) {
      const { css, body: quiet } = quietHtml(body)
      expect(`${css}`).not.toMatch(/url|import|expression|position|@|\\/i)
      const tags = quiet.match(/<[^>]*>/g) ?? []
      expect(
        tags.filter((tag) =>
          /^<\/?(?:script|style|link|meta|base|iframe|object|embed|form|input|img|svg|math|video|audio)/i.test(
            tag,
          ),
        ),
      ).toEqual([])
      expect(
        tags.filter((tag) => /\s(?:on\w+|href|src|srcset|action|style|id|background|ping)=/i.test(tag)),
      ).toEqual([])
    }
  })

  it('is well formed and never nested deeper than a page can bear, whatever it is made of', () => {
    const piece = fc.constantFrom(
      '<div>',
      '</div>',
      '<p>',
      '<td>',
      '<tr>',
      '<table>',
      '</table>',
      '<li>',
      'x',
      '<b',
      '"',
      '>',
      '<!--',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 300 }), (pieces) => {
        const { body } = quietHtml(pieces.join(''))
        let depth = 0
        for (const [tag] of body.matchAll(/<\/?[a-z]+[^>]*>/g)) {
          depth += tag.startsWith('</') ? -1 : 1
          expect(depth).toBeGreaterThanOrEqual(0)
          expect(depth).toBeLessThanOrEqual(60)
        }
        expect(depth).toBe(0)
      }),
    )
  })

  it('takes no longer than its length', () => {
    const started = performance.now()
    for (const piece of ['<a "', '<', '<!--', '&#', '<div style="', '<p class=', "<b '", '</', '<script>']) {
      quietHtml(piece.repeat(250_000))
      readHtml(piece.repeat(250_000))
    }
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

describe('the text of a message', () => {
  it('is what a reader sees of its HTML', () => {
    const { text } = readHtml(
      '<style>p{}</style><p>Dear&nbsp;you,</p><p>it is <b>here</b>.</p><ul><li>one<li>two</ul><span style="display:none">hidden 482913</span><img src=x alt="Logo">',
    )
    expect(text).toBe('Dear you,\n\nit is here.\n\n• one\n• two\nLogo')
  })

  it('has no control and nothing that turns a line around', () => {
    expect(readableText('a\u0000b\u202Ec\r\nd\u2028e \ud800 \u2066f').text).toBe('a bc\nd\ne \ufffd f')
  })

  it('is cut where nobody would read on', () => {
    const { text, isCut } = readableText('word '.repeat(1_000_000))
    expect([text.length <= 100_000, isCut]).toEqual([true, true])
  })
})
