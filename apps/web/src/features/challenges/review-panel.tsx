import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Form, Select, Table } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '@jihui/domain';
import { Panel, useKept } from '@jihui/ui';
import { LongText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { appoint, proposePanel, challengeKeys, decide, getExperts, refreshAll, type Challenge } from './challenges.api.js';

/** Five are usual (参照招标投标法 Art 37, by analogy). */
const usualPanel = 5;

// The page is public: only the branch fetches what its panel put down.
const PanelRecords = lazy(async () => ({ default: (await import('./panel-records.js')).PanelRecords }));

/** For the organiser: the panel, its chair and record, the ranking once all cards are in, and the decision. */
export function ReviewPanel({ challenge: c }: { challenge: Challenge }) {
  return (
    <>
      {c.availableActions.includes('appoint') ? <Appointment challenge={c} /> : null}
      {['REVIEW', 'DECIDED', 'NOTICE', 'AWARDED', 'RUNNING', 'ACCEPTED'].includes(c.status) ? <Ranking challenge={c} /> : null}
      {c.reviewers.length ? (
        <Suspense>
          <PanelRecords challengeId={c.id} />
        </Suspense>
      ) : null}
      {c.availableActions.includes('decide') && c.ranking ? <Decision challenge={c} /> : null}
    </>
  );
}

function useSending(labelOf?: (path: string) => string) {
  const { message } = App.useApp();
  const [sending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const send = async (run: () => Promise<unknown>, done: string) => {
    setSending(true);
    setFault(null);
    try {
      const said = await run();
      void message.success(typeof said === 'string' ? said : done);
      await refreshAll();
    } catch (error) {
      const { issues, sentence } = refusalOf(error);
      const line = (i: Issue) => [labelOf?.(i.path), issueSentence(i)].filter(Boolean).join('：');
      setFault(sentence ?? issues.map(line).join('\n'));
    } finally {
      setSending(false);
    }
  };
  return { sending, fault, send };
}

function Fault({ text }: { text: string | null }) {
  return text ? <Alert type="error" showIcon role="alert" title={text} style={{ marginBottom: 12, whiteSpace: 'pre-line' }} /> : null;
}

function Appointment({ challenge: c }: { challenge: Challenge }) {
  const { t } = useTranslation('challenges');
  const { sending, fault, send } = useSending();
  const [missing, setMissing] = useState({ seats: 0, field: 0 });
  const [chosen, setChosen] = useState<string[]>(c.reviewers.map((r) => r.userId));
  const { data = [] } = useQuery({ queryKey: challengeKeys.experts(c.id), queryFn: () => getExperts(c.id) });
  return (
    <Panel title={t('panel.title')}>
      <p className="muted">{t('panel.hint')}</p>
      <Fault text={fault} />
      {missing.seats ? <Alert type="warning" showIcon title={t('panel.unfilled', { count: missing.seats })} style={{ marginBottom: 12 }} /> : null}
      {missing.field ? <Alert type="info" showIcon title={t('panel.outOfField', { count: missing.field })} style={{ marginBottom: 12 }} /> : null}
      <Form layout="vertical" component="div">
        <Form.Item label={t('panel.reviewers')} htmlFor="reviewers">
          <Select
            id="reviewers"
            mode="multiple"
            value={chosen}
            onChange={setChosen}
            showSearch={{ optionFilterProp: 'label' }}
            options={data.map((e) => ({
              value: e.id,
              label: `${e.name} · ${e.organisationName}（${e.inField ? t('panel.inField') : ''}${t('panel.load', { count: e.load })}）${e.tiedTo ? t('panel.tied', { party: e.tiedTo }) : ''}`,
              disabled: e.tiedTo !== null,
            }))}
          />
        </Form.Item>
      </Form>
      <Button
        style={{ marginInlineEnd: 8 }}
        loading={sending}
        onClick={() =>
          void send(async () => {
            const { reviewerIds, unfilled, outOfField } = await proposePanel(c.id, usualPanel);
            setChosen(reviewerIds);
            setMissing({ seats: unfilled, field: outOfField });
            return unfilled || outOfField ? t('panel.proposedPart') : undefined;
          }, t('panel.proposed'))
        }
      >
        {t('panel.propose', { count: usualPanel })}
      </Button>
      <Button type="primary" loading={sending} onClick={() => void send(() => appoint({ id: c.id, version: c.version }, chosen), t('done.appoint'))}>
        {t('panel.save', { count: chosen.length })}
      </Button>
    </Panel>
  );
}

function nameOf(c: Challenge, id: string): string {
  return c.claims.find((k) => k.id === id)?.organisation?.name ?? id;
}

function Ranking({ challenge: c }: { challenge: Challenge }) {
  const { t } = useTranslation('challenges');
  return (
    <Panel title={t('ranking.title')}>
      <p className="muted">{c.reviewers.map((r) => `${r.name}（${r.organisationName}${r.isChair ? `，${t('panelRecord.chair')}` : ''}）`).join('、')}</p>
      {c.ranking ? (
        <Table
          rowKey="id"
          size="small"
          pagination={false}
          scroll={{ x: true }}
          dataSource={c.ranking}
          columns={[
            { title: t('ranking.rank'), dataIndex: 'rank', key: 'rank', width: 70 },
            { title: t('ranking.bidder'), key: 'bidder', render: (_, r) => nameOf(c, r.id) },
            { title: t('ranking.total'), key: 'total', render: (_, r) => <strong className="num">{(r.total / 100).toFixed(2)}</strong> },
            {
              title: t('ranking.cards'),
              key: 'cards',
              render: (_, r) => (r.droppedCount ? t('ranking.dropped', { cards: r.cards, dropped: r.droppedCount }) : String(r.cards)),
            },
          ]}
        />
      ) : (
        <p>{t('ranking.hidden')}</p>
      )}
    </Panel>
  );
}

/** The decision: the winners, and a reason for everybody who was reviewed. */
function Decision({ challenge: c }: { challenge: Challenge }) {
  const { t } = useTranslation('challenges');
  const ranked = c.ranking ?? [];
  const reasonOf = (path: string) => {
    const [field, n] = path.split('.');
    return field === 'reasons' ? t('decision.reasonOf', { name: nameOf(c, ranked[Number(n)]?.id ?? '') }) : '';
  };
  const { sending, fault, send } = useSending(reasonOf);
  const [winners, setWinners] = useState<string[]>(
    ranked
      .filter((r) => r.rank <= c.teams)
      .slice(0, c.teams)
      .map((r) => r.id),
  );
  const { value: reasons, put: setReasons, forget } = useKept<Record<string, string>>(`decision ${c.id}`, {});
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
          <Form.Item key={r.id} label={`${r.rank}. ${nameOf(c, r.id)}`} htmlFor={`reason-${r.id}`}>
            <Checkbox
              checked={winners.includes(r.id)}
              onChange={(e) => setWinners((old) => (e.target.checked ? [...old, r.id] : old.filter((w) => w !== r.id)))}
            >
              {t('decision.winner')}
            </Checkbox>
            <LongText
              id={`reason-${r.id}`}
              aria-label={t('decision.reasonOf', { name: nameOf(c, r.id) })}
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
