import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { DomainError, shanghaiDay, type RuleInForce } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { accessOf, visible } from '../../platform/db/access.js';
import { AuditEvent } from '../../platform/db/audit-event.entity.js';
import { Db } from '../../platform/db/db.js';
import { FilesService } from '../../platform/files/files.service.js';
import { StoredFile } from '../../platform/files/stored-file.entity.js';
import { readEntriesAbout, type WholeEntry } from '../ledger/ledger-reading.js';
import { readNoticePapers, type NoticePaperRows } from '../notice-papers/notice-papers-reading.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { RuleBooks } from '../rules/rule-books.service.js';
import type { PaperFile } from './diligence-zip.js';
import { NoticeObjection } from './notice-objection.entity.js';
import { NoticeReading } from './notice-reading.entity.js';
import { NoticeVersion } from './notice-version.entity.js';
import { PublicNotice } from './public-notice.entity.js';

/** What a leader shows who is asked years later whether the price was set with diligence (河南条例 Art 22). */
export type DiligenceFile = {
  madeAt: Date;
  notice: PublicNotice;
  unit: string;
  /** The rule that the period went by, of the day on which it began. */
  rule: RuleInForce<'PRICING_NOTICE'> | null;
  steps: Pick<AuditEvent, 'at' | 'event' | 'actorName' | 'organisationName'>[];
  versions: NoticeVersion[];
  /** Who objected is not in it: the branch alone knows. */
  objections: Pick<NoticeObjection, 'receipt' | 'createdAt' | 'text' | 'upheld' | 'answer' | 'answeredAt'>[];
  /** The owner's decisions, the outcome of a listing or auction, and what is missing in them. */
  papers: NoticePaperRows;
  readings: NoticeReading[];
  entries: WholeEntry[];
};

/** Puts together the file of a notice from the records, at one moment. */
@Injectable()
export class DiligenceFiles {
  constructor(
    private readonly db: Db,
    private readonly books: RuleBooks,
    private readonly store: FilesService,
  ) {}

  /** For the owner's TTO; a draft has no file yet. The reading itself is put down. */
  async of(actor: Actor, id: string): Promise<DiligenceFile> {
    return this.db.run(actor, async (tx) => {
      const { em } = tx;
      const notice = await visible(em.createQueryBuilder(PublicNotice, 'n'), PublicNotice, actor).andWhere('n.id = :id', { id }).getOne();
      if (!notice) throw new DomainError('NOT_FOUND');
      if (!accessOf(PublicNotice).isInsider?.(actor, notice)) throw new DomainError('FORBIDDEN');
      if (notice.startedOn === null) throw new DomainError('NOT_FOUND');
      await tx.record('notice.fileTaken', id, {});
      const at = { order: { createdAt: 'ASC', id: 'ASC' } } as const;
      return {
        madeAt: tx.now,
        notice,
        unit: (await em.findOneByOrFail(Organisation, { id: notice.organisationId })).name,
        rule: (await this.books.current(em)).on('PRICING_NOTICE', notice.startedOn),
        steps: await em.find(AuditEvent, { where: { subjectId: id }, order: { at: 'ASC', id: 'ASC' } }),
        versions: await em.find(NoticeVersion, { where: { noticeId: id }, order: { number: 'ASC' } }),
        objections: (await em.find(NoticeObjection, { where: { noticeId: id }, ...at })).map(
          ({ receipt, createdAt, text, upheld, answer, answeredAt }) => ({ receipt, createdAt, text, upheld, answer, answeredAt }),
        ),
        papers: await readNoticePapers(em, notice),
        readings: await em.find(NoticeReading, { where: { noticeId: id }, order: { day: 'ASC' } }),
        entries: await readEntriesAbout(em, id),
      };
    });
  }

  /** The attached papers byte for byte, one after the other: each may be of many megabytes. */
  async papersOf({ papers: { decisions, trades } }: DiligenceFile): Promise<PaperFile[]> {
    const named = [
      ...decisions.map((d, i) => ({ fileId: d.fileId, name: `决策-第${i + 1}份-文件-${d.fileName}` })),
      ...trades.map((t, i) => ({ fileId: t.fileId, name: `挂牌或拍卖结果-第${i + 1}份-文件-${t.fileName ?? ''}` })),
    ];
    const files: PaperFile[] = [];
    for (const { fileId, name } of named) {
      const stored = fileId ? await this.db.em.findOneBy(StoredFile, { id: fileId }) : null;
      if (stored) files.push({ name: name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' '), bytes: await buffer(await this.store.bytesOf(stored)) });
    }
    return files;
  }
}

/** 公示备查材料-流化床化学镀镍工艺-2026-11-22 */
export function diligenceName({ notice, madeAt }: DiligenceFile): string {
  return `公示备查材料-${notice.name.replace(/[\\/:*?"<>|]/g, ' ').slice(0, 40)}-${shanghaiDay(madeAt)}`;
}
