import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { decisionText, DomainError, shanghaiDay, tradeText, type Issue, type NoticeDecisionInput, type NoticeTradeInput } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { FilesService } from '../../platform/files/files.service.js';
import { Ledger } from '../ledger/ledger.service.js';
import { enterNotice } from '../notices/notice-entries.js';
import { PublicNotice } from '../notices/public-notice.entity.js';
import { NoticeDecision } from './notice-decision.entity.js';
import { NoticeTrade } from './notice-trade.entity.js';

type Correction = { correctsId?: string | null | undefined; correctionReason?: string | null | undefined };

/** The papers of a notice: what the owner's organ decided, and what came of a listing or auction. */
@Injectable()
export class NoticePapers {
  constructor(
    private readonly files: FilesService,
    private readonly ledger: Ledger,
  ) {}

  /** Puts down a decision with its paper. The ledger has it at once, or with the publication where the notice is a draft. */
  async enterDecision(tx: Tx, input: NoticeDecisionInput): Promise<NoticeDecision> {
    const notice = await this.open(tx, input, 'enterDecision');
    refuseFuture(tx, 'decidedOn', input.decidedOn);
    const correction = await this.correction(tx, NoticeDecision, notice.id, input);
    const { organ, decidedOn, paperNo, decided, price, withdrew, fileId } = input;
    const id = randomUUID();
    const { name: fileName, sha256 } = await this.files.attach(tx, fileId, 'noticeDecision', id);
    const row = await tx.insert(NoticeDecision, {
      ...{ id, noticeId: notice.id, organisationId: notice.organisationId, enteredBy: tx.actor.userId },
      ...{ organ, decidedOn, paperNo, decided, price, withdrew: withdrew || null, fileId, fileName, sha256, ...correction },
    });
    await tx.save(notice);
    await tx.record('notice.decisionEntered', notice.id, { corrects: row.correctsId !== null });
    if (notice.status !== 'DRAFT') enterNotice(this.ledger, tx, notice, 'notice.decisionEntered', decisionText(row));
    return row;
  }

  /** Puts down what the market or the auction house has confirmed. */
  async enterTrade(tx: Tx, input: NoticeTradeInput): Promise<NoticeTrade> {
    const notice = await this.open(tx, input, 'enterTrade');
    if (notice.status === 'DRAFT') throw illegal(notice, 'enterTrade');
    if (notice.pricingMode === 'NEGOTIATED') throw refusal('outcome', 'not_traded');
    refuseFuture(tx, 'listedUntil', input.listedUntil);
    const correction = await this.correction(tx, NoticeTrade, notice.id, input);
    const { venue, lotNo, listedFrom, listedUntil, bidders, outcome, fileId } = input;
    const id = randomUUID();
    const file = fileId ? await this.files.attach(tx, fileId, 'noticeTrade', id) : null;
    const deal = outcome === 'SOLD' ? { dealPrice: input.dealPrice ?? null, buyer: input.buyer ?? null } : { dealPrice: null, buyer: null };
    const row = await tx.insert(NoticeTrade, {
      ...{ id, noticeId: notice.id, organisationId: notice.organisationId, enteredBy: tx.actor.userId },
      ...{ venue, lotNo, listedFrom, listedUntil, bidders, outcome, ...deal },
      ...{ fileId: file?.id ?? null, fileName: file?.name ?? null, sha256: file?.sha256 ?? null, ...correction },
    });
    await tx.save(notice);
    await tx.record('notice.tradeEntered', notice.id, { corrects: row.correctsId !== null });
    enterNotice(this.ledger, tx, notice, 'notice.tradeEntered', tradeText(row));
    return row;
  }

  /** The notice, locked in the version that was read: of two tabs, and of two clicks, the second is refused. */
  private async open(tx: Tx, { noticeId: id, version }: { noticeId: string; version: number }, action: string): Promise<PublicNotice> {
    const notice = await tx.lock(PublicNotice, { id, version }, 'notice.write');
    if (notice.status === 'WITHDRAWN') throw illegal(notice, action);
    return notice;
  }

  private async correction(tx: Tx, entity: typeof NoticeDecision | typeof NoticeTrade, noticeId: string, { correctsId, correctionReason }: Correction) {
    if (!correctsId) return { correctsId: null, correctionReason: null };
    if (!(await tx.em.existsBy(entity, { id: correctsId, noticeId }))) throw new DomainError('NOT_FOUND');
    if (await tx.em.existsBy(entity, { correctsId })) throw refusal('correctsId', 'paper_corrected');
    return { correctsId, correctionReason: correctionReason ?? null };
  }
}

const illegal = ({ status }: PublicNotice, action: string) => new DomainError('ILLEGAL_TRANSITION', { machine: 'publicNotice', state: status, action });
const refusal = (path: string, code: string) => new DomainError('INVALID_INPUT', { issues: [{ path, code } satisfies Issue] });

function refuseFuture(tx: Tx, path: string, day: string): void {
  if (day > shanghaiDay(tx.now)) throw refusal(path, 'in_future');
}
