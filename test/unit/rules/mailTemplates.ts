/** A text as services wrap it into HTML: each of its lines, and each of its codes, in the boxes of a template. */
export type Template = (subject: string, text: string) => string

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '')

/** As MJML 4 writes it: boxes whose letters have no size around lines that have one. */
const mjml: Template = (subject, text) => `<!doctype html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml"><head><title>${escaped(subject)}</title>
<!--[if mso]><noscript><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml></noscript><![endif]-->
<style type="text/css">@media only screen and (min-width:480px) { .mj-column-per-100 { width:100% !important; } }</style></head>
<body style="word-spacing:normal;background-color:#f4f4f4;">
<div style="display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;">Hello from us 20261121&#847;&zwnj;&nbsp;</div>
<div style="background-color:#f4f4f4;"><!--[if mso | IE]><table align="center" width="600"><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div style="margin:0px auto;max-width:600px;"><table align="center" border="0" role="presentation" style="width:100%;"><tbody><tr>
<td style="direction:ltr;font-size:0px;padding:20px 0;text-align:center;">
<div class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;">
<table border="0" cellpadding="0" role="presentation" width="100%"><tbody>
${linesOf(text)
  .map(
    (line) =>
      `<tr><td align="left" style="font-size:0px;padding:10px 25px;word-break:break-word;"><div style="font-family:Arial;font-size:13px;line-height:1;text-align:left;color:#000000;">${escaped(line)}</div></td></tr>`,
  )
  .join('\n')}
<tr><td style="font-size:0px;padding:10px 25px;"><p style="border-top:solid 4px #000;font-size:1px;margin:0px auto;width:100%;"></p></td></tr>
</tbody></table></div></td></tr></tbody></table></div></div></body></html>`

/** Tables within tables, spacers without letters, and end tags that HTML lets one leave out. */
const tables: Template = (
  subject,
  text,
) => `<html><head><title>${escaped(subject)}</title></head><body bgcolor=#ffffff>
<span class="preheader" style="color:transparent;display:none;height:0;opacity:0;overflow:hidden;visibility:hidden;width:0">Your weekly mail, no. 20261121</span>
<table border=0 cellpadding=0 width="100%"><tr><td>&nbsp;<td class="container" width=580>
<table class="main"><tr><td class="wrapper"><table><tr><td height=20 style="font-size:0;line-height:0">&nbsp;
${linesOf(text)
  .map(
    (line) => `<tr><td><p style="font-size:14px;margin:0 0 15px">${escaped(line)}
<tr><td height=10 style="font-size:0;line-height:0">&nbsp;`,
  )
  .join('\n')}
</table></table><td>&nbsp;</table><table><tr><td hidden>do not print<tr><td style="font-size:12px">Sent with <a href="https://mail.example/">Mailer</a></table></body></html>`

/** A code that is alone in its line has a box for each of its digits. */
const boxes: Template = (_, text) =>
  `<div style="font-family:sans-serif"><h1>Hello</h1>${linesOf(text)
    .map((line) => {
      const digits = /^\s*(?:\d[ -]?){4,8}\s*$/.test(line) ? line.replace(/\D/g, '') : null
      if (digits === null) return `<p style="font-size:16px">${escaped(line)}</p>`
      const drawn = [...digits].map(
        (digit) => `<td style="padding:4px"><div style="border:1px solid #ccc">${digit}</div></td>`,
      )
      return `<table role="presentation" align="center"><tr>${drawn.join('')}</tr></table>`
    })
    .join('')}</div>`

export const templates: readonly Template[] = [mjml, tables, boxes]
