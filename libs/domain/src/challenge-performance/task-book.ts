import type { ChallengeContent } from '../challenges/rules.js';
import type { ClaimContent } from '../challenges/claims.js';
import type { Issue } from '../errors.js';
import type { TaskBook, TaskChange } from './rules.js';

/** A paper that was handed in: the file and its SHA-256. */
export type EvidenceFile = { id: string; name: string; sha256: string };
/** A milestone as it is planned, and what has become of it. */
export type Milestone = TaskBook['milestones'][number] & {
  evidence: string | null;
  /** Left out where none was handed in. */
  files?: EvidenceFile[];
  handedAt: string | null;
  passed: boolean | null;
  comment: string | null;
  checkedOn: string | null;
};
export const freshMilestones = ({ milestones }: TaskBook): Milestone[] =>
  milestones.map((m) => ({ ...m, gate: m.gate ?? null, evidence: null, handedAt: null, passed: null, comment: null, checkedOn: null }));

type Asked = Pick<ChallengeContent, 'mode' | 'gates' | 'paymentPlan' | 'endsOn'>;
const ascending = (days: readonly string[]) => days.every((d, i) => i === 0 || d > (days[i - 1] ?? ''));

/** What the item asks of a task book: days in order, one 中期检查, the gates of a race on their days, and every middle payment opened by one milestone. */
export function taskBookIssues(book: TaskBook, asked: Asked, today: string): Issue[] {
  const issues: Issue[] = [];
  const { milestones } = book;
  const days = milestones.map((m) => m.day);
  if (!ascending(days)) issues.push({ path: 'milestones', code: 'days_ascend' });
  if (days.some((d) => d <= today || d > book.endsOn)) issues.push({ path: 'milestones', code: 'within_term' });
  if (asked.endsOn && book.endsOn > asked.endsOn) issues.push({ path: 'endsOn', code: 'within_item', params: { latest: asked.endsOn } });
  if (!milestones.some((m) => m.kind === 'MIDTERM')) issues.push({ path: 'milestones', code: 'midterm_missing' });
  const races = milestones.filter((m) => m.kind === 'RACE_GATE').map((m) => m.day);
  const wanted = asked.mode === 'HORSE_RACE' ? asked.gates.map((g) => g.day) : [];
  if (races.join() !== wanted.join()) issues.push({ path: 'milestones', code: 'race_days', params: { days: wanted.join('、') } });
  const last = asked.paymentPlan.length;
  const opened = milestones.flatMap((m) => m.gate ?? []);
  const middle = Array.from({ length: Math.max(0, last - 2) }, (_, i) => i + 2);
  if (opened.join() !== middle.join()) issues.push({ path: 'milestones', code: 'gates_opened', params: { gates: middle.join('、') } });
  return issues;
}

/** A change moves days of what is still open, in order and within the item's own term. */
export function taskChangeIssues(change: TaskChange, milestones: readonly Milestone[], endsOn: string | null, today: string): Issue[] {
  const issues: Issue[] = [];
  if (change.days.length !== milestones.length) return [{ path: 'days', code: 'other_criterion' }];
  milestones.forEach((m, i) => {
    const moved = change.days[i] !== m.day;
    if (moved && m.passed !== null) issues.push({ path: `days.${i}`, code: 'already_checked' });
    if (moved && m.kind === 'RACE_GATE') issues.push({ path: `days.${i}`, code: 'race_fixed' });
    if (moved && (change.days[i] ?? '') <= today) issues.push({ path: `days.${i}`, code: 'within_term' });
  });
  if (!ascending(change.days) || (change.days.at(-1) ?? '') > change.endsOn) issues.push({ path: 'days', code: 'days_ascend' });
  if (endsOn && change.endsOn > endsOn) issues.push({ path: 'endsOn', code: 'within_item', params: { latest: endsOn } });
  return issues;
}

/**
 * The day on which each payment of the plan was opened, null while it is not: the first by the start, those between by their milestones, the last by
 * the acceptance. A plan of one payment is paid after success (悬赏后付).
 */
export function gateDays(
  payments: number,
  milestones: readonly Pick<Milestone, 'gate' | 'passed' | 'checkedOn'>[],
  startedOn: string | null,
  acceptedOn: string | null,
): (string | null)[] {
  return Array.from({ length: payments }, (_, i) => {
    if (i === payments - 1) return acceptedOn;
    if (i === 0) return startedOn;
    const milestone = milestones.find((m) => m.gate === i + 1);
    return milestone?.passed ? milestone.checkedOn : null;
  });
}

export type TaskTexts = { number: string; title: string; owner: string; bidder: string; partners: string[]; leader: string };
type Item = Pick<ChallengeContent, 'indicators' | 'deliverables' | 'acceptance' | 'ipSharing' | 'paymentPlan'>;

const goals = (item: Item, targets: ClaimContent['targets']): string =>
  item.indicators
    .map((i, n) => {
      const promised = targets.find((t) => t.indicator === i.name)?.value;
      return `${n + 1}. ${i.name}：${promised || i.target}${i.unit ?? ''}${i.must ? '（必须达到）' : ''}${i.method ? `；测试方法：${i.method}` : ''}`;
    })
    .join('\n');

/** 任务书 as both parties sign it. Everything in it comes from the item, the claim that won and the milestones agreed on. */
export function taskBookText(of: TaskTexts, item: Item, targets: ClaimContent['targets'], book: TaskBook): string {
  const milestones = book.milestones.map((m, i) => {
    const kind = { REGULAR: '', MIDTERM: '（中期检查）', RACE_GATE: '（赛马考核）' }[m.kind];
    return `${i + 1}. ${m.day}　${m.name}${kind}：${m.deliverable}${m.gate ? `；通过后拨付第 ${m.gate} 笔` : ''}`;
  });
  return [
    `揭榜挂帅攻关任务书\n榜单：${of.number}　${of.title}`,
    `发榜方：${of.owner}\n揭榜方：${of.bidder}${of.partners.length ? `\n联合单位：${of.partners.join('、')}` : ''}\n负责人：${of.leader}`,
    `一、攻关目标\n${goals(item, targets)}`,
    `二、交付内容\n${item.deliverables}`,
    `三、进度安排（完成期限 ${book.endsOn}）\n${milestones.join('\n')}`,
    `四、经费拨付\n${item.paymentPlan.map((p, i) => `第 ${i + 1} 笔：${p.name}，${p.percent}%`).join('\n')}`,
    `五、验收方式\n${item.acceptance}`,
    `六、知识产权与收益\n${item.ipSharing}`,
  ].join('\n\n');
}

/** 军令状: the indicators, the date, the penalty, the signer. */
export function pledgeText(of: TaskTexts, item: Item, targets: ClaimContent['targets'], book: TaskBook): string {
  return [
    '军令状',
    `我单位揭榜“${of.title}”（${of.number}），承诺于 ${book.endsOn} 前达到下列指标：\n${goals(item, targets)}`,
    `未能完成且不属于勤勉尽责情形的，自愿承担：${book.penalty}`,
    `责任单位：${of.bidder}\n责任人：${of.leader}`,
  ].join('\n\n');
}
