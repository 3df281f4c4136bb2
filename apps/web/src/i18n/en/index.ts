import { accounts } from './accounts.js';
import { achievements } from './achievements.js';
import { challengeTasks } from './challenge-tasks.js';
import { alerts } from './alerts.js';
import { challenges } from './challenges.js';
import { codes } from './codes.js';
import { common } from './common.js';
import { contracts } from './contracts.js';
import { demands } from './demands.js';
import { errors, issues } from './errors.js';
import { events } from './events.js';
import { freshness } from './freshness.js';
import { introductions } from './introductions.js';
import { notices } from './notices.js';
import { ledger } from './ledger.js';
import { organisations } from './organisations.js';
import { overview } from './overview.js';
import { rules } from './rules.js';
import { people } from './people.js';
import { search } from './search.js';
import { tiers } from './tiers.js';

/** The public pages. What is not here is shown in Chinese. */
export const en = { common, errors, issues, codes, accounts, search, tiers, people, achievements, demands, challenges, challengeTasks, events, freshness, alerts, introductions, organisations, ledger, notices, contracts, rules, overview };
