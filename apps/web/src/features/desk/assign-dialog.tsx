import { useQuery } from '@tanstack/react-query';
import { Alert, App, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roleOfStage, stageOf, type ContractStatus } from '@jihui/domain';
import { errorSentence } from '../../lib/sentences.js';
import { assignContracts, getLoads, loadsKey, refreshDesk, type DeskLoad } from './desk-people.api.js';
import './desk.css';

export type AssignProps = { files: readonly { id: string; version: number; title: string; status: ContractStatus }[]; onDone: (isAssigned: boolean) => void };
const nobody = 'NOBODY';

/** 分派 of one file or of many at once, beside what already lies with each person. Arrow keys choose, Enter assigns. */
export function AssignDialog({ files, onDone }: AssignProps) {
  const { t } = useTranslation(['desk', 'common']);
  const { message } = App.useApp();
  const { data, error } = useQuery({ queryKey: loadsKey, queryFn: getLoads });
  const [to, setTo] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const roles = files.flatMap(({ status }) => stageOf(status) ?? []).map((stage) => roleOfStage[stage]);
  const mayTakeAll = (p: DeskLoad): boolean => roles.every((role) => p.roles.includes(role));
  const people = (data ?? []).filter((p) => p.userId !== null);
  const send = async () => {
    if (!to || sending) return;
    setSending(true);
    setRefused(null);
    try {
      const contracts = files.map(({ id, version }) => ({ id, version }));
      const [given] = await assignContracts({ contracts, toId: to === nobody ? null : to });
      void message.success(t(given?.assigneeName ? 'assigned' : 'freed', { count: files.length, name: given?.assigneeName ?? '' }));
      onDone(true);
      await refreshDesk();
    } catch (error) {
      setRefused(errorSentence(error));
      await refreshDesk();
    } finally {
      setSending(false);
    }
  };
  return (
    <Modal
      // The people first: the focus goes to the first of them.
      open={data !== undefined || error !== null}
      title={files.length === 1 ? t('assignOne', { title: files[0]?.title ?? '' }) : t('assignMany', { count: files.length })}
      okText={t('assign')}
      cancelText={t('common:cancel')}
      okButtonProps={{ loading: sending, disabled: !to }}
      onOk={() => void send()}
      onCancel={() => onDone(false)}
      afterOpenChange={(isOpen) => isOpen && document.querySelector<HTMLInputElement>('.desk-people input:enabled')?.focus()}
      destroyOnHidden
    >
      {refused ?? error ? <Alert type="error" showIcon title={refused ?? errorSentence(error)} style={{ marginBottom: 12 }} /> : null}
      <form
        onKeyDown={(e) => {
          if (e.key !== 'Enter') return;
          e.preventDefault();
          void send();
        }}
      >
        <Radio.Group
          className="desk-people"
          aria-label={t('to')}
          value={to}
          onChange={(e) => setTo(String(e.target.value))}
          options={[...people.map((p) => ({ value: p.userId ?? nobody, disabled: !mayTakeAll(p), label: <PersonLine person={p} /> })), { value: nobody, label: t('nobody') }]}
        />
      </form>
    </Modal>
  );
}

function PersonLine({ person: p }: { person: DeskLoad }) {
  const { t } = useTranslation(['desk', 'codes']);
  return (
    <span>
      {p.name} <span className="muted">{p.roles.map((role) => t(`codes:role.${role}`)).join('、')}</span>
      <span className="desk-people-load num">
        {t('openOf', { count: p.open })}
        {p.overdue ? <b>{t('overdueOf', { count: p.overdue })}</b> : null}
        {p.absence?.handedOverAt ? <b>{t('awayUntil', { day: p.absence.until, deputy: p.absence.deputyName ?? '' })}</b> : null}
      </span>
    </span>
  );
}
