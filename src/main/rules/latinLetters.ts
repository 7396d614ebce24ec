/*
 * Letters of other alphabets in the 26 of ASCII. What Unicode itself takes apart (é is e and an accent; NFKD) needs no table:
 * so ä is a and ü is u. Below is what it leaves whole: Latin letters without a decomposition, Cyrillic after the passports of
 * those who write it (ICAO Doc 9303, part 3, section 6, in its most common forms), and Greek after ELOT 743.
 */
const latin: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', ħ: 'h', ŋ: 'n', ĸ: 'k' },
  ...{ ŧ: 't', ə: 'a', ɓ: 'b', ɗ: 'd', ƙ: 'k' },
}

const cyrillic: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k' },
  ...{ л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts' },
  ...{ ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia' },
  // Ukrainian, Belarusian, Serbian, Macedonian.
  ...{ ґ: 'g', є: 'ie', і: 'i', ї: 'i', ў: 'u', ђ: 'dj', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'c', џ: 'dz' },
  ...{ ѓ: 'gj', ѕ: 'dz', ќ: 'kj' },
}

const greek: Readonly<Record<string, string>> = {
  ...{ α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm' },
  ...{
    ν: 'n',
    ξ: 'x',
    ο: 'o',
    π: 'p',
    ρ: 'r',
    σ: 's',
    ς: 's',
    τ: 't',
    υ: 'y',
    φ: 'f',
    χ: 'ch',
    ψ: 'ps',
    ω: 'o',
  },
}

const letters: Readonly<Record<string, string>> = { ...latin, ...cyrillic, ...greek }

/** Two Greek letters that are one sound; before a voiceless letter and at the end αυ, ευ and ηυ end in f. */
const greekPairs: readonly (readonly [RegExp, string])[] = [
  [/ου/g, 'ou'],
  [/([αεη])υ(?=[θκξπσςτφχψ]|$|[^\p{L}])/gu, '$1f'],
  [/([αεη])υ/g, '$1v'],
  [/γ(?=[γξχ])/g, 'n'],
  [/^μπ/g, 'b'],
]

const marks = /\p{M}+/gu
const apart = (text: string): string => text.normalize('NFKD').replace(marks, '')

/** A name written in the letters of another alphabet. */
export interface Latinised {
  /** In lower case: a–z, 0–9, and what stands between words as it was. Letters that are not known are left out. */
  readonly text: string
  /** It is not what stood there, letter case aside. */
  readonly isChanged: boolean
  /** Some of its letters have none in ASCII that Mailroom knows of. */
  readonly hasUnknown: boolean
}

/** Writes a name in the letters of ASCII: é as e, ß as ss, Ж as zh, Θ as th. */
export function latinise(name: string): Latinised {
  const lower = name.normalize('NFC').toLowerCase()
  // й and ї are letters of their own before they are a letter with a mark.
  const own = [...lower].map((letter) => cyrillic[letter] ?? letter).join('')
  const paired = greekPairs.reduce((text, [pair, latinPair]) => text.replace(pair, latinPair), apart(own))
  const text = [...paired].map((letter) => letters[letter] ?? letter).join('')
  const known = text.replace(/[^\p{ASCII}]/gu, '')
  return {
    text: known,
    isChanged: known !== lower,
    hasUnknown: /[^\p{ASCII}]/u.test(text.replace(/[^\p{L}\p{N}]/gu, '')),
  }
}
