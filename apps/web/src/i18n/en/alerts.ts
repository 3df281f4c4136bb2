export const alerts = {
  saveSearch: 'Save this search',
  saveTitle: 'Save this search',
  name: 'Name',
  mailField: 'New results go into the digest mail',
  keep: 'Save',
  kept: 'Saved; see “Alerts”',
  anything: 'All achievements and demands',
  unsubscribe: {
    title: 'Unsubscribe',
    working: 'Unsubscribing…',
    done: 'You are unsubscribed: no more digests of matches and searches.',
    doneHint: 'The alerts on the site stay. To get mails again, sign in and choose how often.',
    failed: 'This link is not valid. Sign in and switch the mails off under “Alerts”.',
    toSettings: 'Open alerts',
  },
} as const;
