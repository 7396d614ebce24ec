import type { FoundLink } from './messageLinks'
import { isNearHost } from './nearHost'

/** What the words on such a link say, in the languages that most messages are written in. */
const confirming: readonly RegExp[] = [
  /\b(?:confirm|verif|activat|validat|complete (?:your )?(?:sign|regist)|finish (?:sign|setting)|set (?:up )?(?:your |a )?(?:new )?password|reset|sign[- ]?in|log[- ]?in|magic link|accept (?:the |your )?invit|get started)/i,
  /(?:bestätig|verifizier|aktivier|freischalt|passwort (?:zurück|neu|ändern|festlegen)|anmelden|einloggen|einladung annehmen)/i,
  /(?:confirmer|confirmez|vérifi|activer|activez|valider|validez|réinitialis|se connecter|connectez-vous|accepter l)/i,
  /(?:confirma|verific|activa|valida|restablec|inicia(?:r)? sesión|acceder|aceptar la invit)/i,
  /(?:conferma|verifica|attiva|reimposta|accedi|accetta l)/i,
  /(?:redefinir|entrar na|iniciar sessão|aceitar o convite|bevestig|activeer|potwierd|aktywuj|zaloguj|подтверд|активир|войти|сброс)/i,
  /(?:确认|確認|验证|驗證|激活|登录|重置|認証|有効化|ログイン|確認する|인증|확인|로그인)/,
]
const inPath =
  /(?:confirm|verif|activat|validat|magic|one-?time|reset-?password|password-?reset|signup|sign-?in|opt-?in|token=|invit|email-?login)/i
/** What messages link to beside it. */
const beside =
  /(?:unsubscri|preference|opt-?out|privacy|terms|imprint|impressum|help|support|faq|contact|abmeld|abbestell|désabonn|désinscri|desinscri|darse de baja|cancelar (?:la )?suscri|disiscri|annulla l'iscri|uitschrijv|wypisz|отпис|退订|配信停止|수신거부|view (?:it )?(?:in|this)|im browser|didn.t request|not you|wasn.t you|report|secure (?:your|my) account|app ?store|google play|facebook|twitter|instagram|linkedin|youtube)/i
/** Where such links lead, whatever words stand on them: out of a list, or to a file. */
const neverPath = /unsubscri|opt-?out|\.(?:png|jpe?g|gif|webp|svg|css)$/i
/** Where they lead, but for the few that say what they are for. */
const besidePath =
  /preferences|privacy|terms|imprint|\/help|\/support|\/faq|view-?in-?browser|web-?version|app-?store/i
const besideHost =
  /(?:^|\.)(?:play\.google\.com|apps\.apple\.com|(?:facebook|twitter|x|instagram|linkedin|youtube)\.com)$/i

const ENOUGH = 4

function worthOf({ href, words, isBare }: FoundLink): number {
  const { hostname, pathname, search } = new URL(href)
  if (neverPath.test(pathname) || isNearHost(hostname)) return 0
  const saysBeside = beside.test(words)
  const saysSo = confirming.some((pattern) => pattern.test(words))
  if (saysBeside && !saysSo) return 0
  // Words around an address may be those of another one.
  const isPlain = saysSo && !saysBeside && !isBare
  if (!isPlain && (besidePath.test(pathname) || besideHost.test(hostname))) return 0
  return (saysSo ? 4 : 0) + (inPath.test(pathname + search) ? 3 : 0) - (saysBeside ? 2 : 0)
}

/**
 * The place among `links` of the one by which something is confirmed: an address, a sign-in, a new password. Null where none
 * is plainly that, and none that leads into the user's own network. `subject`: a message about confirming makes its likely link one.
 */
export function findConfirmationLink(links: readonly FoundLink[], subject: string): number | null {
  const isAbout = confirming.some((pattern) => pattern.test(subject))
  let best: { readonly place: number; readonly worth: number } | null = null
  for (const [place, link] of links.entries()) {
    const own = worthOf(link)
    const worth = own > 0 && isAbout ? own + 1 : own
    if (worth >= ENOUGH && worth > (best?.worth ?? 0)) best = { place, worth }
  }
  return best?.place ?? null
}
