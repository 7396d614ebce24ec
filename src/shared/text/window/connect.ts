/** The forms that take an API key. */
export const connectText = {
  title: 'Connect LikeDo',
  replace: {
    title: 'Replace key',
    lead: (name: string) =>
      `The new key takes the place of the one that ${name} has. What was asked for with the old key and is not settled is never sent again.`,
    action: 'Replace key',
    doing: 'Replacing…',
  },
  enter: {
    title: 'Enter the key',
    lead: (name: string) =>
      `This computer has no key for ${name}. What was asked for with an earlier key and is not settled is never sent again.`,
    action: 'Use this key',
    doing: 'Trying the key…',
  },
  key: 'API key',
  showKey: 'Show the key',
  hideKey: 'Hide the key',
  keyOrigin: 'You make a key on LikeDo’s website, where it is shown only once.',
  openKeys: 'Open LikeDo’s API keys page',
  plan: 'Plan',
  planHint: 'Mailroom keeps within your plan’s limits; it cannot read the plan from LikeDo.',
  keyEndsOn: 'Key ends on',
  keyEndsHint: 'LikeDo’s keys end after 90 days unless you chose otherwise. Mailroom reminds you.',
  in90Days: 'In 90 days',
  name: 'Name',
  nameHint: 'How Mailroom calls this account, for example “Work”.',
  server: 'Server address',
  requestsPerHour: 'Requests per hour',
  requestsHint: 'Leave empty for what your plan has.',
  connect: 'Connect',
  connecting: 'Connecting…',
  saveUnchecked: 'Save and check later',
  useUntilQuit: 'Use this key until Mailroom quits',
  otherKey: 'Enter another key',
  nothingSaved: 'Nothing was saved.',
} as const
