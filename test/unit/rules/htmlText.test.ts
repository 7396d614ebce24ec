import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../src/main/rules/htmlText'
import { cpuTime } from '../../support/process/cpuTime'

const textOf = (html: string) => readHtml(html).text
const linksOf = (html: string) => readHtml(html).anchors

describe('what is hidden in a message', () => {
  it.each([
    ['a preheader', '<div style="display:none;font-size:1px;max-height:0">Read in 3 s</div><p>Your code</p>'],
    ['a paragraph that nobody closes', '<p hidden>x<p>Your code</p>'],
    ['a paragraph before a table', '<p style="display: none">x<table><tr><td>Your code</table>'],
    ['a cell that nobody closes', '<table><tr><td style="display:none">x<tr><td>Your code</table>'],
    [
      'a row that nobody closes',
      '<table><tr style="display:none"><td>x<td>y<tr><td>Your <b>code</b></table>',
    ],
    ['a point of a list', '<ul><li style="visibility:hidden">x<li>Your code</ul>', '• Your code'],
    ['an explanation', '<dl><dt>Your<dd hidden>x<dt>code</dl>', 'Your\ncode'],
    ['what its surroundings close', '<div><span hidden>x</div>Your code'],
    ['what its table closes', '<table><tr><td hidden><b><i>x</table>Your code'],
    ['a table within a hidden cell', '<table><tr><td hidden><table><tr><td>x<tr><td>y</table>z<td>Your code'],
    ['a picture', '<img hidden alt="x">Your code'],
  ])('is left out, and nothing behind it: %s', (_, html, text = 'Your code') => {
    expect(textOf(html)).toBe(text)
  })

  it('ends with what is closed, not with what is closed within it', () => {
    expect(textOf('<div hidden>x<div>y</div>z</div>Your code')).toBe('Your code')
    expect(textOf('<table><tr><td><div hidden>x<table><tr><td>y</div></table>z</div>Your code')).toBe(
      'Your code',
    )
  })

  it('takes its links along', () => {
    expect(linksOf('<div hidden><a href="https://a.example/">x</a></div>')).toEqual([])
  })
})

describe('boxes whose letters have no size', () => {
  it.each([
    ['', '<td style="font-size:0px;padding:9px"><div style="font-size:13px">Your code</div></td>'],
    ['', '<td style="font-size:0"><font size="2">Your code</font></td>'],
    ['', '<td style="font-size:0;line-height:0"><p style="font:16px/1.5 Arial">Your code</p></td>'],
    ['', '<div style="font-size:0"><div style="font-size:inherit; font-size: 1rem">Your code</div></div>'],
    ['', '<div style="font-size:0.8em">Your code</div>'],
  ])('show what has one%s: %s', (_, html) => {
    expect(textOf(html)).toBe('Your code')
  })

  it.each([
    '<td style="font-size:0">x</td><td>Your code</td>',
    '<td style="font-size: 0px; line-height: 0"><b>x</b></td><td>Your code</td>',
    '<span style="font-size:0"><span style="font-size:2em">x</span></span>Your code',
    '<span style="font:0/0 a">x</span>Your code',
    '<span style="font-size:0.0em !important">x</span>Your code',
  ])('show nothing of what has none: %s', (html) => {
    expect(textOf(html)).toBe('Your code')
  })

  it('hide no link and no picture', () => {
    const html = '<td style="font-size:0"><a href="https://a.example/confirm"><img alt="Confirm"></a></td>'
    expect(readHtml(html)).toEqual({
      text: 'Confirm',
      anchors: [{ href: 'https://a.example/confirm', words: 'Confirm' }],
    })
  })
})

describe('digits each in a box of its own', () => {
  const boxes = (digits: string) =>
    [...digits].map((digit) => `<td><table><tr><td><div>${digit}</div></td></tr></table></td>`).join('')

  it('stand beside each other', () => {
    expect(textOf(`<p>Your code:</p><table><tr>${boxes('482913')}</tr></table><p>Bye</p>`)).toBe(
      'Your code:\n\n4 8 2 9 1 3\n\nBye',
    )
  })

  it('that only count stand below each other', () => {
    expect(textOf('<div>1</div><div>2</div><div>3</div><div>4</div>')).toBe('1\n\n2\n\n3\n\n4')
  })
})

it.each(['<p>', '<li>', '<td><table>', '<table><td>', '<b></i>', '<div hidden>', '<td style="font-size:0">'])(
  'costs no more than its length, made of %s',
  (piece) => {
    expect(cpuTime(() => readHtml(piece.repeat(1_000_000 / piece.length)))).toBeLessThan(1_500)
  },
)

it('costs no more than its length where nothing that is open can end', () => {
  const html = `<p><td>${'<b>'.repeat(240)}${'<hr>'.repeat(250_000)}`
  expect(cpuTime(() => readHtml(html))).toBeLessThan(1_500)
})
