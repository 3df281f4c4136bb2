import { Column, Entity, Index } from 'typeorm';
import type { ContractClauses } from '@jihui/domain';
import { defineAccess } from '../../platform/db/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Versioned } from '../../platform/db/versioned.js';
import { contractScope } from '../contracts/contract-access.js';

/** Who sees a contract sees what belongs to it. */
export function ofSeenContract(column: string, actor: Actor) {
  const scope = contractScope('owned', actor);
  return { ...scope, sql: `exists (select 1 from technology_contract owned where owned.id = ${column} and (${scope.sql}))` };
}

/** The clauses that a contract's text has beyond the fields of the register. Its revision is the contract's own. */
@Entity('contract_text')
export class ContractText extends Versioned {
  @Index({ unique: true })
  @Column('uuid')
  contractId!: string;

  @Column('jsonb', { default: {} })
  clauses!: ContractClauses;
}

defineAccess(ContractText, { visibleTo: (alias, actor) => ofSeenContract(`${alias}."contractId"`, actor) });
