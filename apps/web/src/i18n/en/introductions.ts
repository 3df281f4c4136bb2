/** What of introductions stands on public pages. */
export const introductions = {
  enterTalk: 'Open the talk',
  receipt: 'Download the receipt',
  request: {
    button: 'Request an introduction',
    asked: 'Introduction requested',
    unverified: 'You can request introductions once the market has verified your organisation.',
  },
} as const;
