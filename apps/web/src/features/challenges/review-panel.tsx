import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Select, Table } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@jihui/ui';
import { appoint, proposePanel, challengeKeys, getExperts, type Challenge } from './challenges.api.js';
import { bidderName, Decision, MissedDecision } from './decision-panel.js';
import { Fault, useSending } from './sending.js';

/** Five are usual (参照招标投标法 Art 37, by analogy). */
const usualPanel = 5;

// The page is public: only the branch fetches what its panel put down.
const PanelRecords = lazy(async () => ({ default: (await import('./panel-records.js')).PanelRecords }));

/** For the organiser: the panel, its chair and record, the ranking once all cards are in, and the decision. */
export function ReviewPanel({ challenge: c, checks }: { challenge: Challenge; checks?: ReactNode }) {
  return (
    <>
      {c.availableActions.includes('appoint') ? <Appointment challenge={c} /> : null}
      {['REVIEW', 'DECIDED', 'NOTICE', 'AWARDED', 'RUNNING', 'ACCEPTED'].includes(c.status) ? <Ranking challenge={c} /> : null}
      {checks}
      {c.reviewers.length ? (
        <Suspense>
          <PanelRecords challengeId={c.id} />
        </Suspense>
      ) : null}
      {c.availableActions.includes('decide') && c.ranking ? <Decision challenge={c} /> : <MissedDecision challenge={c} />}
    </>
  );
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
            { title: t('ranking.bidder'), key: 'bidder', render: (_, r) => bidderName(c, r.id) },
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
