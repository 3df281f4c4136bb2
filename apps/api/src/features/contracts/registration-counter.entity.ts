import { Column, Entity, PrimaryColumn } from 'typeorm';
import { defineAccess, nothing } from '../../platform/db/access.js';

/** The last serial that a branch has given in a year. Its row lock is what makes the numbers gap-free. */
@Entity('registration_counter')
export class RegistrationCounter {
  @PrimaryColumn('uuid')
  branchId!: string;

  @PrimaryColumn('int')
  year!: number;

  @Column('int')
  last!: number;
}

defineAccess(RegistrationCounter, { visibleTo: () => nothing });
