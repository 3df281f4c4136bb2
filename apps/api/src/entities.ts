import { AuditEvent } from './platform/db/audit-event.entity.js';
import { StoredFile } from './platform/files/stored-file.entity.js';
import { Achievement } from './features/achievements/achievement.entity.js';
import { ContractReview } from './features/contracts/contract-review.entity.js';
import { RegistrationCounter } from './features/contracts/registration-counter.entity.js';
import { TechnologyContract } from './features/contracts/technology-contract.entity.js';
import { Demand } from './features/demands/demand.entity.js';
import { AccountLink } from './features/accounts/account-link.entity.js';
import { Session } from './features/accounts/session.entity.js';
import { SignInGuard } from './features/accounts/sign-in-guard.entity.js';
import { User } from './features/accounts/user.entity.js';
import { ConfirmationLink } from './features/freshness/confirmation-link.entity.js';
import { Introduction } from './features/introductions/introduction.entity.js';
import { Match, MatchList } from './features/matches/match.entity.js';
import { Mandate } from './features/negotiations/mandate.entity.js';
import { NegotiationMessage } from './features/negotiations/negotiation-message.entity.js';
import { Negotiation } from './features/negotiations/negotiation.entity.js';
import { TermSheet } from './features/negotiations/term-sheet.entity.js';
import { ImportRow } from './features/imports/import-row.entity.js';
import { Import } from './features/imports/import.entity.js';
import { Organisation } from './features/organisations/organisation.entity.js';
import { Region } from './features/organisations/region.entity.js';
import { SearchState } from './features/search/search-state.entity.js';
import { ItemIndicator } from './features/search/item-indicator.entity.js';
import { SearchText } from './features/search/search-text.entity.js';

/** Every table of the product: TypeORM, the migrations and the whole-schema tests read this one list. */
export const entities = [AuditEvent, StoredFile, Region, Organisation, User, Session, AccountLink, SignInGuard, Achievement, Demand, TechnologyContract, ContractReview, RegistrationCounter, SearchText, ItemIndicator, ConfirmationLink, SearchState, Match, MatchList, Introduction, Negotiation, NegotiationMessage, TermSheet, Mandate, Import, ImportRow];
