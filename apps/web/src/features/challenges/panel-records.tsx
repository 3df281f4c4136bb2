import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Select, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { papersInForce } from '@jihui/domain';
import { Facts, Panel, StatusTag } from '@jihui/ui';
import { moment } from '../../lib/format.js';
import { errorSentence } from '../../lib/sentences.js';
import { refreshAll } from './challenges.api.js';
import { getPanel, nameChair, panelKey, type PanelItem, type PanelRecordRow } from './panel-records.api.js';
import { PanelRecordDialog } from './panel-record-dialog.js';

/** For the branch: who chairs the panel, and what is put down of its review. */
export function PanelRecords({ challengeId }: { challengeId: string }) {
  const { t } = useTranslation('challenges');
  const [form, setForm] = useState<{ corrects: PanelRecordRow | null } | null>(null);
  const { data: item } = useQuery({ queryKey: panelKey(challengeId), queryFn: () => getPanel(challengeId) });
  if (!item?.panel) return null;
  const { round, mayRecord, mayNameChair, scoresOpen, records } = item.panel;
  const inForce = papersInForce(records);
  const isMissing = scoresOpen && !inForce.some((r) => r.round === round);
  const chair = item.reviewers.find((r) => r.isChair);
  return (
    <Panel
      title={t('panelRecord.title')}
      extra={mayRecord ? <Button className="no-print" onClick={() => setForm({ corrects: null })}>{t('panelRecord.enter')}</Button> : null}
    >
      {isMissing ? (
        <Alert type="warning" showIcon title={t('panelRecord.missing')} description={t('panelRecord.missingText')} style={{ marginBottom: 12 }} />
      ) : null}
      <p className="muted">{t('panelRecord.hint')}</p>
      {mayNameChair ? (
        <ChairChoice key={chair?.userId ?? ''} item={item} />
      ) : (
        <p>{chair ? t('panelRecord.chairOf', { name: chair.name }) : t('panelRecord.chairNone')}</p>
      )}
      {records.map((r) => {
        const isValid = inForce.includes(r);
        return <OneRecord key={r.id} record={r} isValid={isValid} onCorrect={mayRecord && isValid && r.round === round ? () => setForm({ corrects: r }) : null} />;
      })}
      {form ? <PanelRecordDialog item={item} corrects={form.corrects} onClose={() => setForm(null)} /> : null}
    </Panel>
  );
}

function ChairChoice({ item }: { item: PanelItem }) {
  const { t } = useTranslation('challenges');
  const { message } = App.useApp();
  const seats = item.reviewers.filter((r) => !r.recusedAt);
  const chair = seats.find((r) => r.isChair)?.userId;
  const [chosen, setChosen] = useState(chair);
  const [sending, setSending] = useState(false);
  const send = async (userId: string) => {
    setSending(true);
    try {
      await nameChair({ id: item.id, version: item.version }, userId);
      void message.success(t('panelRecord.chairDone'));
    } catch (error) {
      void message.error(errorSentence(error));
    } finally {
      setSending(false);
      await refreshAll();
    }
  };
  return (
    <Flex gap={8} wrap align="center">
      <label htmlFor="chair">{t('panelRecord.chair')}</label>
      <Select
        id="chair"
        style={{ flex: '1 1 200px', maxWidth: 360 }}
        placeholder={t('panelRecord.chairNone')}
        value={chosen}
        onChange={setChosen}
        options={seats.map((r) => ({ value: r.userId, label: `${r.name} · ${r.organisationName}` }))}
      />
      <Button loading={sending} disabled={!chosen || chosen === chair} onClick={() => (chosen ? void send(chosen) : undefined)}>
        {t('panelRecord.nameChair')}
      </Button>
    </Flex>
  );
}

type Shown = { record: PanelRecordRow; isValid: boolean; onCorrect: (() => void) | null };
function OneRecord({ record: r, isValid, onCorrect }: Shown) {
  const { t } = useTranslation('challenges');
  const text = (value: string) => <span style={{ whiteSpace: 'pre-line' }}>{value}</span>;
  const named = r.attendees.map((a) => (a.isChair ? t('panelRecord.chairMark', { name: a.name }) : a.name));
  return (
    <div style={{ marginTop: 20 }}>
      <Flex gap={8} wrap align="center" style={{ marginBottom: 8 }}>
        <strong>{t('panelRecord.head', { manner: t(`panelRecord.manner.${r.manner}`), day: r.heldOn })}</strong>
        {r.round > 1 ? <span className="muted">{t('panelRecord.round', { round: r.round })}</span> : null}
        <span className="muted num">{t('panelRecord.enteredAt', { at: moment(r.createdAt) })}</span>
        {isValid ? null : <StatusTag tone="neutral">{t('panelRecord.corrected')}</StatusTag>}
        {onCorrect ? (
          <Button className="no-print" size="small" type="link" onClick={onCorrect}>
            {t('panelRecord.correct')}
          </Button>
        ) : null}
      </Flex>
      {r.correctsId ? <p className="muted">{t('panelRecord.corrects', { reason: r.correctionReason ?? '' })}</p> : null}
      <Facts
        items={[
          { label: t('panelRecord.field.attendeeIds'), value: named.join('、') },
          { label: t('panelRecord.field.conclusion'), value: text(r.conclusion) },
          { label: t('panelRecord.field.dissent'), value: text(r.dissent) },
          { label: t('panelRecord.field.fileId'), value: r.fileId ? <PaperFile {...r} /> : t('panelRecord.noFile') },
        ]}
      />
    </div>
  );
}

/** The signed paper and the hash of its bytes. */
function PaperFile({ fileId, fileName, sha256 }: Pick<PanelRecordRow, 'fileId' | 'fileName' | 'sha256'>) {
  return (
    <>
      <a href={`/files/${fileId}`}>{fileName}</a>
      <Typography.Text className="num" style={{ display: 'block', overflowWrap: 'anywhere', fontFamily: 'monospace', fontSize: 12 }}>
        {`SHA-256 ${sha256}`}
      </Typography.Text>
    </>
  );
}
