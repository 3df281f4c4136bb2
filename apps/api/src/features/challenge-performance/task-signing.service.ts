import { Injectable } from '@nestjs/common';
import {
  contractCreate,
  DomainError,
  freshMilestones,
  parse,
  pledgeText,
  reasonGiven,
  shanghaiDay,
  taskBookIssues,
  taskBookText,
  type TaskBook,
  type TaskTexts,
} from '@jihui/domain';
import { system } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { sha256 } from '../../platform/sha256.js';
import { Challenge } from '../challenges/challenge.entity.js';
import { Claim } from '../challenges/claim.entity.js';
import { ContractDrafting } from '../contracts/contract-drafting.service.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { taskSideOf } from './task-access.js';
import { ChallengeTask } from './challenge-task.entity.js';
import { follow, lockItem, takeTaskStep } from './task-steps.js';

const confidentiality = '双方对榜单保密附件、申报书和攻关过程中知悉的技术秘密保密，期限至攻关任务结束后三年。';

/** 签约: the technology contract, the 任务书 with its 军令状, both signatures, and the start. */
@Injectable()
export class TaskSigning {
  constructor(
    private readonly db: Db,
    private readonly contracts: ContractDrafting,
  ) {}

  /** The award makes a task for every winner, once. */
  @OnEvent('challenge.awarded')
  async makeTasks({ id }: JobPayload): Promise<void> {
    await this.db.run(system, (tx) => this.make(tx, id));
  }

  async make(tx: Tx, challengeId: string): Promise<void> {
    const challenge = await lockItem(tx, challengeId);
    if (challenge.status !== 'AWARDED') return;
    const known = new Set((await tx.em.findBy(ChallengeTask, { challengeId })).map((t) => t.claimId));
    const winners = await tx.em.find(Claim, { where: { challengeId, status: 'WON' }, order: { id: 'ASC' } });
    for (const claim of winners.filter((w) => !known.has(w.id))) {
      const task = await tx.insert(ChallengeTask, {
        ...unstarted,
        challengeId,
        claimId: claim.id,
        organisationId: claim.organisationId,
        ownerId: challenge.organisationId,
        branchId: challenge.branchId,
        title: challenge.title,
      });
      await tx.record('challengeTask.created', task.id, {});
    }
  }

  /** The technology contract between owner and bidder, with what item and claim say; the parties go on with it as with any contract. */
  async draftContract(tx: Tx, ref: Ref): Promise<ChallengeTask> {
    const { task, challenge } = await takeTaskStep(tx, ref, 'draftContract');
    const cash = challenge.mode === 'HORSE_RACE' || challenge.bidderCash === '0' ? null : challenge.bidderCash;
    const goals = challenge.indicators.map((i) => `${i.name}达到 ${i.target}${i.unit ?? ''}`).join('；');
    const input = {
      type: 'DEV_COMMISSIONED' as const,
      title: `${challenge.title}（揭榜攻关）`.slice(0, 100),
      subject: `揭榜挂帅项目 ${challenge.number ?? ''}。研究开发目标：${goals}。交付内容：${challenge.deliverables}`.slice(0, 4000),
      techField: challenge.techField,
      totalAmount: cash,
      techAmount: cash,
      paymentMode: 'INSTALMENTS' as const,
      paymentTerms: challenge.paymentPlan.map((p) => `${p.name}支付 ${p.percent}%`).join('；').slice(0, 1000),
      startsOn: shanghaiDay(tx.now),
      endsOn: challenge.endsOn,
      ipOwnership: challenge.ipSharing,
      acceptance: challenge.acceptance,
      confidentiality,
      sellerId: task.organisationId,
      buyerId: task.ownerId,
      // Only the owner surely sees the demand behind his item.
      demandId: taskSideOf(tx.actor, task) === 'OWNER' ? challenge.demandId : null,
    };
    const contract = await this.contracts.create(tx, parse(contractCreate, input));
    task.contractId = contract.id;
    await tx.save(task);
    await tx.record('challengeTask.contractDrafted', task.id, { contractId: contract.id });
    return task;
  }

  /** The bidder writes the book; whatever was signed before falls. */
  async writeBook(tx: Tx, ref: Ref, book: TaskBook): Promise<ChallengeTask> {
    const { task, challenge } = await takeTaskStep(tx, ref, 'writeBook');
    const issues = taskBookIssues(book, challenge, shanghaiDay(tx.now));
    if (issues.length) throw new DomainError('INVALID_INPUT', { issues });
    const claim = await tx.em.findOneByOrFail(Claim, { id: task.claimId });
    const texts = await this.textsOf(tx, task, challenge, claim);
    const targets = claim.content?.targets ?? [];
    const bookText = taskBookText(texts, challenge, targets, book);
    const pledge = pledgeText(texts, challenge, targets, book);
    const digest = sha256(`${bookText}\n\n${pledge}`);
    Object.assign(task, { book, bookText, pledge, digest, signatures: [], milestones: freshMilestones(book), endsOn: book.endsOn });
    await tx.save(task);
    await tx.record('challengeTask.bookWritten', task.id, { sha256: digest });
    return task;
  }

  /** One side signs book and 军令状 as they are. */
  async sign(tx: Tx, ref: Ref): Promise<ChallengeTask> {
    const { task } = await takeTaskStep(tx, ref, 'sign');
    const side = taskSideOf(tx.actor, task);
    if (!side || !task.digest) throw new DomainError('FORBIDDEN');
    task.signatures = [...task.signatures, { side, name: tx.actor.name, at: tx.now.toISOString(), sha256: task.digest }];
    await tx.save(task);
    await tx.record('challengeTask.signed', task.id, { side, sha256: task.digest });
    return task;
  }

  /** Contract agreed, book and 军令状 signed by both: the work begins. */
  async start(tx: Tx, ref: Ref): Promise<ChallengeTask> {
    const { task, challenge } = await takeTaskStep(tx, ref, 'start');
    task.startedOn = shanghaiDay(tx.now);
    await tx.save(task);
    await tx.record('challengeTask.started', task.id, {});
    await follow(tx, challenge);
    return task;
  }

  /** The winner does not sign. */
  async decline(tx: Tx, ref: Ref, given: string): Promise<ChallengeTask> {
    const { task, challenge } = await takeTaskStep(tx, ref, 'decline');
    const { reason } = parse(reasonGiven, { reason: given });
    Object.assign(task, { endedOn: shanghaiDay(tx.now), endReason: reason });
    await tx.save(task);
    await tx.record('challengeTask.declined', task.id, { reason });
    await follow(tx, challenge, reason);
    return task;
  }

  private async textsOf(tx: Tx, task: ChallengeTask, challenge: Challenge, claim: Claim): Promise<TaskTexts> {
    const owner = await tx.em.findOneByOrFail(Organisation, { id: task.ownerId });
    const bidder = await tx.em.findOneByOrFail(Organisation, { id: task.organisationId });
    return {
      number: challenge.number ?? '',
      title: challenge.title,
      owner: owner.name,
      bidder: bidder.name,
      partners: claim.content?.partners.map((p) => p.name) ?? [],
      leader: claim.content?.leader ?? '',
    };
  }
}

const unstarted = {
  status: 'SIGNING',
  contractId: null,
  book: null,
  bookText: null,
  pledge: null,
  digest: null,
  signatures: [],
  milestones: [],
  endsOn: null,
  change: null,
  gatesPassed: 0,
  startedOn: null,
  acceptedOn: null,
  endedOn: null,
  endReason: null,
  cause: null,
  acceptance: null,
  finalFiles: [],
  clawBack: '0',
  repaid: '0',
} satisfies Partial<ChallengeTask>;
