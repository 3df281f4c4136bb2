import { Alert, Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@jihui/ui';
import { keptForm } from '../../lib/kept-form.js';
import { decide, type Challenge } from './challenges.api.js';
import { Fault, useSending } from './sending.js';

export function bidderName(c: Challenge, id: string): string {
  return c.claims.find((k) => k.id === id)?.organisation?.name ?? id;
}

/** Reasons by claim, as this tab keeps them until they are sent. */
function keptReasons(challengeId: string) {
  const { initial, keep, forget } = keptForm(`decision ${challengeId}`, {});
  const reasons: Record<string, string> = {};
  for (const [id, text] of Object.entries(initial)) if (typeof text === 'string' && text.trim()) reasons[id] = text;
  return { reasons, keep: (all: object) => keep({}, all), forget };
}

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
  const kept = keptReasons(c.id);
  const [reasons, setReasons] = useState(kept.reasons);
  const put = (id: string, text: string) => {
    const all = { ...reasons, [id]: text };
    setReasons(all);
    kept.keep(all);
  };
  const run = async () => {
    await decide(
      { id: c.id, version: c.version },
      winners,
      ranked.map((r) => ({ claimId: r.id, reason: reasons[r.id] ?? '' })),
    );
    kept.forget();
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
            <Input.TextArea
              id={`reason-${r.id}`}
              aria-label={t('decision.reasonOf', { name: bidderName(c, r.id) })}
              placeholder={t('decision.reason')}
              autoSize={{ minRows: 2 }}
              maxLength={1000}
              value={reasons[r.id] ?? ''}
              onChange={(e) => put(r.id, e.target.value)}
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
  const kept = keptReasons(c.id);
  const [isDropped, setDropped] = useState(false);
  const lines = Object.entries(kept.reasons).filter(([id]) => c.claims.some((k) => k.id === id));
  if (isDropped || !lines.length) return null;
  const by = c.history?.find((e) => e.event === 'challenge.decided')?.actorName;
  const drop = () => {
    kept.forget();
    setDropped(true);
  };
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      style={{ marginBottom: 16, whiteSpace: 'pre-line' }}
      title={by ? t('decision.missedBy', { name: by }) : t('decision.missed')}
      description={[t('decision.missedHint'), ...lines.map(([id, text]) => `${bidderName(c, id)}：${text}`)].join('\n')}
      action={<Button onClick={drop}>{t('decision.dropReasons')}</Button>}
    />
  );
}
