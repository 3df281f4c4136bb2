import { Alert, Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel, useKept } from '@jihui/ui';
import { LongText } from '../../lib/limited-text.js';
import { decide, type Challenge } from './challenges.api.js';
import { Fault, useSending } from './sending.js';

export function bidderName(c: Challenge, id: string): string {
  return c.claims.find((k) => k.id === id)?.organisation?.name ?? id;
}

type Reasons = Record<string, string>;
const keptAs = (challengeId: string) => `decision ${challengeId}`;

/** The decision: the winners, and a reason for everybody who was reviewed. */
export function Decision({ challenge: c }: { challenge: Challenge }) {
  const { t } = useTranslation('challenges');
  const ranked = c.ranking ?? [];
  const reasonOf = (path: string) => {
    const [field, n] = path.split('.');
    return field === 'reasons' ? t('decision.reasonOf', { name: bidderName(c, ranked[Number(n)]?.id ?? '') }) : '';
  };
  const { sending, fault, send } = useSending(reasonOf);
  const [winners, setWinners] = useState<string[]>(
    ranked
      .filter((r) => r.rank <= c.teams)
      .slice(0, c.teams)
      .map((r) => r.id),
  );
  const { value: reasons, put: setReasons, forget } = useKept<Reasons>(keptAs(c.id), {});
  const run = async () => {
    await decide(
      { id: c.id, version: c.version },
      winners,
      ranked.map((r) => ({ claimId: r.id, reason: reasons[r.id] ?? '' })),
    );
    forget();
  };
  return (
    <Panel title={t('decision.title')}>
      <p className="muted">{t('decision.hint', { count: c.teams })}</p>
      <Fault text={fault} />
      <Form layout="vertical" component="div">
        {ranked.map((r) => (
          <Form.Item key={r.id} label={`${r.rank}. ${bidderName(c, r.id)}`} htmlFor={`reason-${r.id}`}>
            <Checkbox
              checked={winners.includes(r.id)}
              onChange={(e) => setWinners((old) => (e.target.checked ? [...old, r.id] : old.filter((w) => w !== r.id)))}
            >
              {t('decision.winner')}
            </Checkbox>
            <LongText
              id={`reason-${r.id}`}
              aria-label={t('decision.reasonOf', { name: bidderName(c, r.id) })}
              placeholder={t('decision.reason')}
              autoSize={{ minRows: 2 }}
              max={1000}
              value={reasons[r.id] ?? ''}
              onChange={(e) => setReasons({ ...reasons, [r.id]: e.target.value })}
            />
          </Form.Item>
        ))}
      </Form>
      <Button type="primary" loading={sending} onClick={() => void send(run, t('done.decide'))}>
        {t('action.decide')}
      </Button>
    </Panel>
  );
}

/** Somebody else has decided while this person was writing: his reasons went nowhere, and are his to take along. */
export function MissedDecision({ challenge: c }: { challenge: Challenge }) {
  const { t } = useTranslation('challenges');
  const { value: reasons, forget } = useKept<Reasons>(keptAs(c.id), {});
  const lines = Object.entries(reasons).filter(([id, text]) => text.trim() && c.claims.some((k) => k.id === id));
  if (!lines.length) return null;
  const by = c.history?.find((e) => e.event === 'challenge.decided')?.actorName;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      style={{ marginBottom: 16, whiteSpace: 'pre-line' }}
      title={by ? t('decision.missedBy', { name: by }) : t('decision.missed')}
      description={[t('decision.missedHint'), ...lines.map(([id, text]) => `${bidderName(c, id)}：${text}`)].join('\n')}
      action={<Button onClick={forget}>{t('decision.dropReasons')}</Button>}
    />
  );
}
