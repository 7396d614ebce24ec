/** Why a field does not take what was typed into it. */
export const fieldsText = {
  key: {
    empty: 'Enter your API key.',
    characters: 'A key is one line of letters, digits and signs, without spaces.',
    long: 'A key has at most 4,096 characters.',
  },
  jwt: {
    empty: 'Enter your JWT.',
    characters: 'A JWT is one line of letters, digits and signs, without spaces.',
    long: 'Mailroom takes a JWT of at most 4,096 characters.',
  },
  server: {
    address: 'Enter an address such as https://like.do, without a path.',
  },
  localPart: {
    short: 'At least 4 characters.',
    long: 'At most 64 characters.',
    characters: 'Letters, digits, dots, hyphens and underscores only.',
    ends: 'It starts and ends with a letter or a digit.',
    dots: 'No two dots in a row.',
  },
  prefix: {
    empty: 'Enter the start of your addresses.',
    long: 'At most 48 characters.',
    characters: 'Letters, digits, dots, hyphens and underscores only.',
    ends: 'It starts and ends with a letter or a digit.',
  },
  domain: {
    name: 'Enter a domain such as ig.do.',
    twice: 'This domain is in the list already.',
  },
  name: {
    empty: 'Enter a name.',
    long: 'At most 80 characters.',
  },
  tag: {
    long: 'At most 50 characters.',
  },
  note: {
    long: 'At most 4,000 characters.',
  },
  requestsPerHour: {
    number: 'A whole number from 1 to 1,000,000.',
  },
  day: {
    day: 'Enter a whole date, or none.',
  },
  refused: 'Mailroom does not take this.',
} as const
