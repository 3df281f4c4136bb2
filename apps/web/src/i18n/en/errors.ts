import type { ErrorCode } from '@jihui/domain';

/** Refusals that a reader of the English pages may meet. */
export const errors: Partial<Record<ErrorCode, string>> = {
  INVALID_INPUT: 'Something is not right; please follow the hints.',
  NOT_SIGNED_IN: 'Please sign in first.',
  FORBIDDEN: 'You have no permission to do this.',
  NOT_FOUND: 'This record was not found, or you may not see it.',
  STALE: 'Somebody has just changed this record. Reload the page first.',
  ILLEGAL_TRANSITION: 'This is not possible in the present state. Reload to see it.',
  ALREADY_EXISTS: 'The same record exists already.',
  WRONG_CREDENTIALS: 'The email or the password is wrong.',
  ACCOUNT_LOCKED: 'Too many wrong passwords: the account is locked for {{minutes}} minutes.',
  ACCOUNT_DISABLED: 'This account is disabled. Ask your administrator.',
  LINK_EXPIRED: 'The link has expired or was used. Ask for a new one.',
  TOO_MANY_REQUESTS: 'Too many requests. Try again in a minute.',
  UNAVAILABLE: 'The service is not available now. Try again later.',
  INTERNAL: 'Something broke on our side; it was recorded. Try again later.',
};

/** Wrong values in the forms of the public pages. */
export const issues: Record<string, string> = {
  required: 'Please fill this in',
  'too_small.string': 'At least {{minimum}} characters',
  'too_big.string': 'At most {{maximum}} characters',
  'invalid_format.email': 'Not an email address; it looks like name@example.com',
  invalid_value: 'Please choose one of the options',
  uscc_letters: 'Digits and capital letters only, never I, O, S, V or Z: check for 1, 0, 5 and 2',
  uscc_length: 'It has 18 characters: compare with the certificate',
  uscc_inner: 'The check character of positions 9–17 is wrong: compare with the certificate',
  uscc_last: 'The 18th character is wrong: compare with the certificate',
  phone: 'Not a telephone number; for example 13800001234 or 0371-65000000',
  password_simple: 'Use at least two of letters, digits and symbols',
  email_taken: 'This email has an account already: sign in, or ask for a new password',
  uscc_taken: 'This organisation is registered: ask its administrator to invite you',
  terms: 'Please confirm your authority and agree to the terms',
};
