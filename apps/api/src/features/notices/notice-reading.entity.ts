import { Column, Entity, PrimaryColumn } from 'typeorm';
import { defineAccess, nothing } from '../../platform/db/access.js';

/** How often a notice was opened by people of other organisations and by visitors, per day: a count and nothing about who. */
@Entity('notice_reading')
export class NoticeReading {
  @PrimaryColumn('uuid')
  noticeId!: string;

  @PrimaryColumn('date')
  day!: string;

  @Column('int', { default: 1 })
  times!: number;
}

defineAccess(NoticeReading, { visibleTo: () => nothing });
