/** The public page of the ledger. */
export const ledger = {
  title: 'Public ledger of registrations',
  intro:
    'Every decision of a registration office about a technology contract, and every step of a pricing notice from its publication to its end, enters this ledger at the moment it is made. Each entry carries the hash of the one before it, so that none can later be changed, removed or reordered unnoticed.',
  entries: 'Entries',
  days: 'Daily roots',
  unsealed: 'Entries awaiting a root',
  chains: 'Offices',
  comma: ', ',
  verify: {
    title: 'Verify it yourself',
    what: 'The export holds the public part of every entry: office, sequence, time, kind of decision, registration number and hashes; no parties, no amounts, no contract text. The verifier is a single file without dependencies (Node.js 18 or later) and makes no network connection.',
    download: 'Download the ledger (JSON Lines)',
    script: 'Download the verifier',
    run: 'It computes every hash again, checks sequences and roots, and names each entry that was changed, is missing or was reordered:',
    keep: 'Keep what you downloaded before. A new export must begin with everything that an old one held, or the ledger has been rewritten:',
    root: 'Write down or print a day’s root and compare it later:',
    format:
      'Hashes are SHA-256; every line is canonical JSON (keys sorted, no blanks). An entry’s hash is that of its line without "hash", prev is the hash of the same office’s entry before it. A root is the hash of its line without "root"; heads are the last entries of all offices at the end of the day, prev is the root of the day before.',
    limits:
      'What this proves: nothing that a root or an export covers has changed since you obtained it. The platform keeps the ledger itself and deposits it with no third party; a root that nobody kept cannot rule out changes made before it was published.',
  },
  roots: {
    title: 'Daily roots',
    intro: 'After the end of each day (Beijing time) its root is published, also for days without entries. Today’s entries get theirs after midnight.',
    day: 'Day',
    count: 'Entries',
    total: 'Entries in all',
    root: 'Root',
    copy: 'Copy the root',
    head: '{{chain}} entry {{seq}}',
    empty: 'No root yet: the first is published after the day of the first entry.',
  },
} as const;
