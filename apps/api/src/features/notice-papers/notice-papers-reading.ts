import { noticeFindings, noticeStatusOn, shanghaiDay, type NoticeFinding } from '@jihui/domain';
import type { EntityManager } from 'typeorm';
import { NoticeVersion } from '../notices/notice-version.entity.js';
import type { PublicNotice } from '../notices/public-notice.entity.js';
import { NoticeDecision } from './notice-decision.entity.js';
import { NoticeTrade } from './notice-trade.entity.js';

export type NoticePaperRows = { decisions: NoticeDecision[]; trades: NoticeTrade[]; findings: NoticeFinding[] };
type Contract = { signedOn: string; buyer: string; totalAmount: string };

/** All papers of a notice in the order of their entry, and what is missing in them; for whoever may read the owner's file. */
export async function readNoticePapers(em: EntityManager, notice: PublicNotice): Promise<NoticePaperRows> {
  const of = { where: { noticeId: notice.id }, order: { createdAt: 'ASC', id: 'ASC' } } as const;
  const [decisions, trades] = [await em.find(NoticeDecision, of), await em.find(NoticeTrade, of)];
  const first = await em.findOneBy(NoticeVersion, { noticeId: notice.id, number: 1 });
  const findings = noticeFindings({
    notice: { ...notice, status: noticeStatusOn(notice, shanghaiDay(new Date())) },
    publishedOn: first && shanghaiDay(first.createdAt),
    decisions,
    trades,
    contracts: await concludedContracts(em, notice),
  });
  return { decisions, trades, findings };
}

/** The owner's signed contracts on the notice's achievement. */
function concludedContracts(em: EntityManager, { achievementId, organisationId }: PublicNotice): Promise<Contract[]> {
  if (!achievementId) return Promise.resolve([]);
  return em.query(
    `select c."signedOn"::text as "signedOn", b.name as buyer, c."totalAmount"::text as "totalAmount"
       from technology_contract c join organisation b on b.id = c."buyerId"
      where c."achievementId" = $1 and c."sellerId" = $2 and c."signedOn" is not null and c."totalAmount" is not null
        and c.status not in ('DRAFT', 'CANCELLED', 'REFUSED', 'REVOKED')
      order by c."signedOn", c.id`,
    [achievementId, organisationId],
  );
}
