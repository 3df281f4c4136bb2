export const freshness = {
  title: 'Confirm that this still holds',
  explain: '{{name}}, please look through the text below. Once confirmed, the public page shows today as the date; the record names you.',
  unit: 'Unit',
  published: 'Published',
  confirmedOn: 'Last confirmed',
  confirm: 'It still holds',
  confirmed: 'Confirmed.',
  done: 'Confirmed on {{day}}.',
  else: 'Changed, or no longer valid? Sign in to edit or withdraw it: ',
  open: 'open it',
  gone: 'This link no longer works',
  goneHint: 'A link works once and for 60 days, and not for what has been withdrawn. Signed in, you confirm on the page itself.',
  notice: {
    DUE: 'Not confirmed for more than 90 days; the public page says so. Please look it through and confirm.',
    HIDDEN: 'Not confirmed for more than 180 days: it is no longer found by search or counted. Confirming brings it back at once.',
  },
} as const;
