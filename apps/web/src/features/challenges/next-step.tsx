import { Alert } from 'antd';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { leastReviewers } from '@jihui/domain';
import type { Challenge } from './challenges.api.js';

const ended: readonly string[] = ['ACCEPTED', 'FAILED_WITH_DILIGENCE', 'NO_CLAIM', 'TERMINATED', 'WITHDRAWN', 'DRAFT'];
const sentence = (key: string, params: object): string => (i18next.t as (key: string, params: object) => string)(`challenges:next.${key}`, params);

/** Which sentence tells what an item waits for, and its figures. */
export function nextStepOf(c: Pick<Challenge, 'status' | 'original' | 'agreedAt' | 'keyHolders' | 'claims' | 'reviewers' | 'ranking' | 'noticeEndsOn' | 'isOrganiser'>): { key: string; params: object } | null {
  if (ended.includes(c.status)) return null;
  if (c.status === 'ARGUED') return { key: c.original !== null && !c.agreedAt ? 'ARGUED_TO_AGREE' : 'ARGUED', params: {} };
  // The owner knows neither the holders of the keys nor the panel.
  if (!c.isOrganiser) return { key: c.status, params: { day: c.noticeEndsOn ?? '' } };
  if (c.status === 'APPROVED') return { key: c.keyHolders.length < 2 ? 'APPROVED_KEYS' : 'APPROVED', params: { count: c.keyHolders.length } };
  if (c.status === 'CLAIM_CLOSED') {
    const left = c.keyHolders.filter((k) => !k.givenAt).map((k) => k.name);
    return { key: 'CLAIM_CLOSED_KEYS', params: { names: left.join('、') } };
  }
  if (c.status === 'OPENED') {
    const left = c.claims.filter((k) => k.status === 'OPENED').length;
    return left ? { key: 'OPENED_LEFT', params: { count: left } } : { key: 'OPENED_ALL', params: {} };
  }
  if (c.status === 'QUALIFIED') return { key: c.reviewers.length < leastReviewers ? 'QUALIFIED_PANEL' : 'QUALIFIED_START', params: { least: leastReviewers } };
  if (c.status === 'REVIEW') return reviewOf(c);
  return { key: c.status, params: { day: c.noticeEndsOn ?? '' } };
}

function reviewOf(c: Pick<Challenge, 'reviewers' | 'ranking'>): { key: string; params: object } {
  if (c.ranking) return { key: 'REVIEW_DECIDE', params: {} };
  const gone = c.reviewers.filter((r) => r.recusedAt).map((r) => r.name);
  if (gone.length) return { key: 'REVIEW_SUBSTITUTE', params: { names: gone.join('、') } };
  const silent = c.reviewers.filter((r) => !r.declaredAt).map((r) => r.name);
  return silent.length ? { key: 'REVIEW_UNDECLARED', params: { names: silent.join('、') } } : { key: 'REVIEW_SCORES', params: {} };
}

/** What happens next, by whom, and what keeps it back: for the owner and the branch. */
export function NextStep({ challenge: c }: { challenge: Challenge }) {
  const { t } = useTranslation('challenges');
  const next = c.isOwn || c.isOrganiser ? nextStepOf(c) : null;
  if (!next) return null;
  const asked = c.status === 'CLAIM_OPEN' ? c.questions.filter((q) => !q.answer).length : 0;
  return (
    <Alert
      type={asked ? 'warning' : 'info'}
      style={{ marginBottom: 16 }}
      title={
        <>
          <strong>{t('next.title')}</strong> {sentence(next.key, next.params)}
          {asked ? <a href="#questions" className="challenge-next-link">{t('next.asked', { count: asked })}</a> : null}
          {c.status === 'APPROVED' && c.isOrganiser ? <a href="#timetable" className="challenge-next-link">{t('next.timetable')}</a> : null}
        </>
      }
    />
  );
}
