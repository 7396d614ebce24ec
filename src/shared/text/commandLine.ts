/** What the command line says, apart from endings and errors, which have their own words. */
export const commandLineText = {
  help: `Mailroom: temporary e-mail addresses and mailbox fleets

  mailroom                     opens the window
  mailroom --new-address       creates an address and puts it on the clipboard
  mailroom --quick-create      opens a small window that asks for its name, note and number first

With --new-address:
  --account=NAME      the account to use instead of the default one
  --local-part=NAME   the part before the @; left out, it is drawn
  --style=STYLE       words, random or prefix
  --domain=DOMAIN     the part after the @
  --tag=TAG           LikeDo's tag, at most 50 characters
  --note=TEXT         a note kept on this computer
  --print             prints the address and leaves the clipboard alone
  --timeout=SECONDS   how long to wait for the service, 1 to 60 (10)

  --demo              sample data: nothing leaves this computer
  --demo=NUMBER       with a fleet of so many mailboxes, at most 200000 (2400)
  --hidden            starts without showing the window
  --user-data-dir=DIR keeps data in DIR
  --version, --help

Ends with 0 done, 2 bad options, 3 no account or key refused, 4 keychain, 5 refused by the
service, 6 over budget or quota, 7 no connection, 8 not confirmed, 9 storage.`,
  unknownOption: (name: string) => `There is no option ${name}. See mailroom --help.`,
  notAnOption: 'Mailroom takes options only. See mailroom --help.',
  needsValue: (name: string) => `${name} needs a value: ${name}=…`,
  takesNoValue: (name: string) => `${name} takes no value.`,
  tooLong: 'The command line is too long.',
  twice: (name: string) => `${name} stands there twice.`,
  badValue: (name: string) => `The value of ${name} does not fit. See mailroom --help.`,
  onlyWithNewAddress: (name: string) => `${name} goes with --new-address.`,
  notTogether: (one: string, other: string) => `${one} does not go with ${other}.`,
  folderProblems: {
    'not-absolute': '--user-data-dir needs an absolute path.',
    'not-made': 'The folder for Mailroom’s data could not be made or opened.',
  },
  /** The running Mailroom made it, and copies it if it was asked to. */
  createdByOther: (email: string) => `Created: ${email}`,
  noAnswer: 'The running Mailroom did not answer. Look into its Activity before you try again.',
} as const
