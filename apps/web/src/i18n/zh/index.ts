import { accounts } from './accounts.js';
import { achievements } from './achievements.js';
import { audit } from './audit.js';
import { challenges } from './challenges.js';
import { codes } from './codes.js';
import { common, errors, issues } from './common.js';
import { contracts } from './contracts.js';
import { demands } from './demands.js';
import { events } from './events.js';
import { imports } from './imports.js';
import { introductions } from './introductions.js';
import { matches } from './matches.js';
import { negotiations } from './negotiations.js';
import { organisations } from './organisations.js';
import { overview } from './overview.js';
import { search } from './search.js';

export const zh = { common, errors, issues, codes, organisations, accounts, audit, events, achievements, demands, challenges, imports, search, matches, introductions, negotiations, contracts, overview };
