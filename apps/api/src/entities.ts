import { AuditEvent } from './platform/db/audit-event.entity.js';
import { StoredFile } from './platform/files/stored-file.entity.js';
import { Achievement } from './features/achievements/achievement.entity.js';
import { TechnologyContract } from './features/contracts/technology-contract.entity.js';
import { Demand } from './features/demands/demand.entity.js';
import { AccountLink } from './features/accounts/account-link.entity.js';
import { Session } from './features/accounts/session.entity.js';
import { SignInGuard } from './features/accounts/sign-in-guard.entity.js';
import { User } from './features/accounts/user.entity.js';
import { Organisation } from './features/organisations/organisation.entity.js';
import { Region } from './features/organisations/region.entity.js';

/** Every table of the product: TypeORM, the migrations and the whole-schema tests read this one list. */
export const entities = [AuditEvent, StoredFile, Region, Organisation, User, Session, AccountLink, SignInGuard, Achievement, Demand, TechnologyContract];
