import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DomainError, shanghaiDay, type ReceiptKind } from '@jihui/domain';
import { In } from 'typeorm';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { accessOf, visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { sendFile } from '../../platform/documents/send-file.js';
import { ChallengeTask } from '../challenge-performance/challenge-task.entity.js';
import { ChallengeReceipt, ChallengeRelease } from '../challenge-performance/task-money.entity.js';
import { TaskMoney } from '../challenge-performance/task-money.service.js';
import { Challenge } from '../challenges/challenge.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { csvOf, yuan } from './csv.js';

const head = ['榜单编号', '揭榜方', '事项', '付款节点', '日期', '金额（元）', '揭榜方确认日', '说明'];
const receiptWords: Record<ReceiptKind, string> = { CASH: '企业支付（现金）', ASSET: '企业支付（资产，不计入）', GOODS: '企业支付（物品，不计入）', SERVICE: '企业支付（服务，不计入）' };

/** The money of an item as a table, with what is due beside what has flowed: for owner and branch all teams, for a bidder his own. */
@Controller('exports')
export class ChallengeMoneyController {
  constructor(
    private readonly db: Db,
    private readonly money: TaskMoney,
  ) {}

  @Allow('challenge.read')
  @Get('challenges/:id/money.csv')
  async table(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() res: Response): Promise<void> {
    const { em } = this.db;
    const item = await visible(em.createQueryBuilder(Challenge, 'c').where('c.id = :id', { id }), Challenge, actor).getOne();
    const all = await visible(em.createQueryBuilder(ChallengeTask, 't').where('t."challengeId" = :id', { id }), ChallengeTask, actor).orderBy('t.id').getMany();
    const tasks = all.filter((t) => accessOf(ChallengeTask).isInsider?.(actor, t));
    if (!item || !tasks.length) throw new DomainError('NOT_FOUND');
    const names = new Map((await em.findBy(Organisation, { id: In(tasks.map((t) => t.organisationId)) })).map((o) => [o.id, o.name]));
    const lines: string[][] = [];
    for (const task of tasks)
      for (const line of await this.linesOf(task, item)) lines.push([item.number ?? '', names.get(task.organisationId) ?? '', ...line]);
    sendFile(res, 'text/csv; charset=utf-8', `揭榜挂帅经费-${item.number ?? ''}-${shanghaiDay(new Date())}.csv`, csvOf([head, ...lines]));
  }

  private async linesOf(task: ChallengeTask, item: Challenge): Promise<string[][]> {
    const { em } = this.db;
    const payments = await this.money.gates(em, task, item);
    const receipts = await em.find(ChallengeReceipt, { where: { taskId: task.id }, order: { receivedOn: 'ASC', id: 'ASC' } });
    const releases = await em.find(ChallengeRelease, { where: { taskId: task.id }, order: { releasedOn: 'ASC', id: 'ASC' } });
    const nameOf = (gate: number) => `${gate}. ${payments.find((p) => p.gate === gate)?.name ?? ''}`;
    return [
      ...payments.flatMap((p) => [
        ['应付企业现金', nameOf(p.gate), p.openedOn ?? '', yuan(p.cash), '', p.openedOn ? '已到付款节点' : '未到付款节点'],
        ['应拨财政资金', nameOf(p.gate), p.openedOn ?? '', yuan(p.fiscal), '', p.openedOn ? '已到付款节点' : '未到付款节点'],
      ]),
      ...receipts.map((r) => [receiptWords[r.kind], '', r.receivedOn, yuan(r.amount), r.confirmedOn ?? '', [r.note, r.confirmedOn ? '' : '待揭榜方确认'].filter(Boolean).join('；')]),
      ...releases.map((r) => ['财政拨付', nameOf(r.gate), r.releasedOn, yuan(r.amount), '', '']),
      ...(BigInt(task.clawBack) > 0n
        ? [['应追回', '', task.endedOn ?? '', yuan(task.clawBack), '', task.endReason ?? ''], ['已追回', '', '', yuan(task.repaid), '', '']]
        : []),
    ];
  }
}
