/** Words that name a one-time code, whole enough to be certain. */
const certain = [
  // English
  '(?:verification|security|confirmation|authenti[cs]ation|auth|access|activation|validation|approval|log-?in|log ?in|sign-?in|sign ?in|sign-?up|one[- ]time|temporary|secret|2fa|mfa|two[- ]factor|two[- ]step|single[- ]use|recovery|reset|pairing|device|account|magic)[ -]+(?:verification |security |access |login |sign-?in |pass)?(?:code|pin|password|passcode|key|token|number)',
  'passcode|one[- ]time[- ]pass\\w*|otp|pin ?code',
  // German
  '(?:best[äa]e?tigungs|sicherheits|verifi(?:zierungs|kations)|einmal|anmelde|login|zugangs|zugriffs|freischalt|aktivierungs|pr[üu]e?f|authentifizierungs|registrierungs|zwei-faktor-)-?(?:code|pin|passwort|kennwort|nummer)|tan(?:-nummer)?|einmalpasswort',
  // French
  "code (?:à usage unique|de (?:v[ée]rification|confirmation|s[ée]curit[ée]|validation|connexion|connection)|d['’](?:acc[èe]s|authentification|activation|identification))|mot de passe (?:à usage unique|temporaire)",
  // Spanish and Portuguese
  'c[óo]digo (?:de (?:verificaci[óo]n|verifica[çc][ãa]o|seguridad|seguran[çc]a|confirmaci[óo]n|confirma[çc][ãa]o|acceso|acesso|activaci[óo]n|ativa[çc][ãa]o|inicio de sesi[óo]n|login|autenticaci[óo]n|autentica[çc][ãa]o|un solo uso)|[úu]nico|temporal|tempor[áa]rio)|contraseña (?:de un solo uso|temporal)|clave (?:din[áa]mica|temporal|de acceso)|senha (?:tempor[áa]ria|de uso [úu]nico)',
  // Italian, Dutch, Polish, Swedish
  'codice (?:di (?:verifica|sicurezza|conferma|accesso|attivazione|autenticazione)|monouso|otp|temporaneo)|password monouso',
  '(?:verificatie|bevestigings|beveiligings|inlog|toegangs|activerings|eenmalige )-?code',
  'kod (?:weryfikacyjny|potwierdzaj[ąa]cy|bezpiecze[ńn]stwa|jednorazowy|dost[ęe]pu|aktywacyjny|logowania)|(?:verifierings|s[äa]kerhets|eng[åa]ngs|bekr[äa]ftelse|inloggnings)kod|(?:do[ğg]rulama|onay|g[üu]venlik) kodu',
  // Russian, Chinese, Japanese, Korean
  '(?:код (?:подтверждения|проверки|безопасности|доступа|активации|авторизации|для входа|входа)|проверочный код|одноразовый (?:код|пароль)|код-пароль)',
  '验证码|驗證碼|校验码|校驗碼|动态码|动态密码|確認碼|确认码|安全码|登录码',
  '認証コード|確認コード|セキュリティコード|認証番号|確認番号|ワンタイムパスワード|ログインコード|検証コード|パスコード',
  '인증\\s?번호|인증\\s?코드|확인\\s?코드|보안\\s?코드|일회용\\s?비밀번호',
]

/** Words that may name one. */
const likely = ['codes?|c[óo]digo|codice|k[oó]d(?:u|en|em)?|код|コード|代码|码|코드|pin|token']

/** Words for numbers that are no such code, though some hold the word for it. */
const others = [
  '(?:promo(?:tion(?:al)?)?|discount|coupon|voucher|gift(?: card)?|referral|invite|offer|zip|postal|post|area|country|dialling|dress|error|status|exit|response|return|reason|result|morse|vs|source|bar|qr|product|item|order|booking|reservation|tracking|customer|client|tax|sort|swift|bic|reward|savings?|checkout|colou?r|branch|bank|airport|airline|seat|gate|welcome|vip|loyalty|partner|affiliate|creator|friend|course|class|job|project|department|model|part|style|commit|currency|language|network|dial-?in)[ -]?codes?',
  '(?:exit|terminat|end|return|fail|crash|abort|stopp|finish|respond)(?:e?d|s|es)? (?:with )?(?:an? )?(?:(?:error|status|exit) )?code',
  'codes? (?:of conduct|postale?|promo(?:tionnel)?|de r[ée]duction|barre|source|client|erreur|parrainage|article|iban|bic|de bienvenue|avantage|cadeau|pays|cours)',
  '(?:gutschein|willkommens|treue|partner|kurs|klassen|artikel|modell|länder|rabatt|aktions|angebots|fehler|buchungs|produkt|kunden|freundschafts|promo|bar|qr|quell|vorteils)-?(?:code|nummer)',
  'c[óo]digo (?:postal|promocional|de (?:descuento|desconto|barras|cliente|pedido|reserva|error|erro|producto|referido|rastreio|seguimiento|bienvenida|boas-vindas|curso|pa[íi]s))|codice (?:postale|sconto|amico|corso|di benvenuto|promo\\w*|fiscale|cliente|ordine|prenotazione|iban)|cup[óo]n|coupon|voucher|gutschein',
  'kod (?:rabatowy|pocztowy|promocyjny)|промокод|купон|почтовый индекс|优惠码|优惠券|折扣码|邮政编码|邮编|クーポン(?:コード)?|郵便番号|할인\\s?코드|쿠폰|우편번호',
  'orders?(?: (?:no|number|id|nr))?|order ?#|purchase(?: order)?|invoice(?: (?:no|number))?|receipt|ticket(?: (?:no|number|id))?|case(?: (?:no|number|id))?|ref(?:erence)?(?: (?:no|number|id))?|tracking(?: (?:no|number|id))?|shipment|parcel|booking|reservation|flight|confirmation number|policy(?: number)?|serial(?: number)?|(?:customer|account|member|client|user|transaction|application|contract|request|document|batch|licence|license|registration|model)(?: (?:no|number|id|nr))',
  'bestellung|bestellnummer|auftrag(?:snummer)?|rechnung(?:snummer)?|sendungsnummer|kundennummer|vorgang(?:snummer)?|referenz(?:nummer)?|kontonummer|vertragsnummer|aktenzeichen|plz|postleitzahl|ticketnummer|buchungsnummer',
  'commande|facture|r[ée]f[ée]rence|dossier|num[ée]ro de (?:suivi|client|compte|contrat|commande)|r[ée]servation|colis|pedido|factura|fatura|referencia|refer[êe]ncia|n[úu]mero de (?:cliente|cuenta|seguimiento|pedido|factura|conta)|ordine|fattura|riferimento|numero (?:cliente|ordine|di spedizione)|spedizione|bestelling|factuur|zam[óo]wieni\\w+|faktur\\w+|заказ\\w*|счет|счёт|номер|订单号?|訂單|发票|单号|注文番号|ご注文|お客様番号|伝票番号|주문\\s?번호|주문|송장',
  'ending (?:in|with)|last (?:4|four) digits|card (?:number|no)|endet auf|endziffern|se terminant par|termina(?:da|do)? en|尾号|下4桁',
  'tel(?:ephone|efon|\\.|:)?|phone|fax|mobile|call us|hotline|rufnummer|t[ée]l[ée]phone|tel[ée]fono|telefone|тел\\.?|电话|電話|전화',
  'copyright|©|version|build|since|founded|est\\.|seit|depuis|desde|dal|room|zimmer|suite|floor|street|avenue|straße|strasse|box|vat|ust|iban|siret|hrb|reg\\.|registered|company no|abn',
]

const join = (words: readonly string[]) => words.join('|')
const edge = '(?<![\\p{L}\\p{N}])'
const end = '(?![\\p{L}\\p{N}])'
/** Words of scripts that write no spaces stand anywhere. */
const unspaced = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/
const bounded = (words: readonly string[]): string =>
  join(words.map((word) => (unspaced.test(word) ? `(?:${word})` : `${edge}(?:${word})${end}`)))

/** Every name of a number in a line, the longest first at each place. */
export const labels = new RegExp(
  `(?<other>${bounded(others)})|(?<certain>${bounded(certain)})|(?<likely>${bounded(likely)})`,
  'giu',
)

/** A message that wants something to be confirmed, or somebody to sign in. */
export const confirming =
  /(?<![\p{L}])(?:verif|confirm|authenticat|log[- ]?in|sign[- ]?(?:in|up)|one[- ]time|activat|bestätig|verifizier|anmeld|registrier|freischalt|vérifi|connexion|inscription|activer|confirmaci|iniciar sesión|inicio de sesión|acceso|verificaci|verificação|confirmação|conferm|verifica|accesso|accedi|bevestig|inloggen|weryfik|potwierd|logowani|подтвержд|вход|регистрац)|验证|驗證|确认|登录|登入|認証|確認|ログイン|登録|인증|확인|로그인/iu

/** A message that offers something for less, or for nothing. */
const offers = [
  '\\d\\s?%',
  // English
  `${edge}(?:discount|coupon|voucher|promo|save|sale|deal|checkout|check-out|at the till|free (?:shipping|delivery)|gift|redeem|(?:first|next) (?:order|purchase)|off your|refer (?:a|your)|invite (?:a )?friends?|your friends|cashback|bonus|shop now|shop the|black friday|cyber monday|(?:get|give|earn|win) (?:up to )?[$€£])`,
  // German
  `${edge}(?:rabatt|gutschein|sparen|einlös|versandkosten|versandfrei|gratis|geschenk|warenkorb|an der kasse|(?:erste|nächste)[nr]? (?:bestellung|einkauf)|freunde werben)`,
  // French
  `${edge}(?:remise|r[ée]duction|soldes|profitez|cadeau|livraison|panier|frais de port|(?:premi[èe]re|prochaine?) (?:commande|achat)|parrain)`,
  // Spanish and Portuguese
  `${edge}(?:descuento|cup[óo]n|ahorr|oferta|regalo|carrito|env[íi]o gratis|(?:primera|pr[óo]xima) (?:compra|pedido)|desconto|cupom|frete gr[áa]tis|carrinho|brinde|primeira compra)`,
  // Italian, Dutch, Polish, Russian
  `${edge}(?:sconto|offerta|carrello|spedizione gratuita|(?:primo|prossimo) (?:acquisto|ordine)|korting|kassa|winkelwagen|gratis verzending|cadeaubon|rabat|koszyk|darmowa dostawa|prezent|скидк|промокод|подар|корзин|бесплатн\\p{L}* доставк)`,
  '优惠|折扣|立减|礼品|购物车|包邮|赠送|クーポン|割引|送料無料|プレゼント|カートで|カートに|할인|쿠폰|무료\\s?배송|장바구니|선물',
]
export const selling = new RegExp(join(offers), 'iu')
