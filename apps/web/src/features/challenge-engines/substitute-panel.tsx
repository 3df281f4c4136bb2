import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@jihui/ui';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { engineKeys, getExpertConflicts, refreshEngines, substitute, type EngineItem } from './engines.api.js';

/** The panel while it is at work: who has declared what, and a substitute for who leaves. */
export function SubstitutePanel({ item }: { item: EngineItem }) {
  const { t } = useTranslation('challengeEngines');
  const { message } = App.useApp();
  const [outId, setOut] = useState<string | null>(null);
  const [inId, setIn] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const { data: experts = [] } = useQuery({ queryKey: engineKeys.experts(item.id), queryFn: () => getExpertConflicts(item.id) });
  const send = useMutation({
    mutationFn: () => substitute({ id: item.id, version: item.version }, outId ?? '', inId ?? ''),
    onSuccess: async () => {
      setFault(null);
      void message.success(t('substitute.done'));
      await refreshEngines();
    },
    onError: (error) => {
      const { issues, sentence } = refusalOf(error);
      setFault(sentence ?? issues.map((i) => issueSentence(i)).join('\n'));
    },
  });
  const stateOf = (r: EngineItem['reviewers'][number]): string => {
    if (r.recusedAt) return t('substitute.recused');
    if (r.ties.length) return t('substitute.ties', { count: r.ties.length });
    return t(r.declaredAt ? 'substitute.declared' : 'substitute.undeclared');
  };
  return (
    <Panel title={t('substitute.title')}>
      {item.reviewers.flatMap((r) =>
        r.ties.map((tie) => (
          <Alert
            key={`${r.userId} ${tie.claimId}`}
            type="warning"
            style={{ marginBottom: 8 }}
            title={`${r.name} → ${item.claims.find((c) => c.id === tie.claimId)?.organisation?.name ?? ''}：${tie.nature}`}
          />
        )),
      )}
      {fault ? <Alert type="error" showIcon role="alert" title={fault} style={{ marginBottom: 12 }} /> : null}
      <Form layout="vertical" component="div" style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))', columnGap: 16 }}>
        <Form.Item label={t('substitute.out')} htmlFor="leaving">
          <Select id="leaving" value={outId} onChange={setOut} options={item.reviewers.map((r) => ({ value: r.userId, label: `${r.name}${stateOf(r)}` }))} />
        </Form.Item>
        <Form.Item label={t('substitute.in')} htmlFor="entering">
          <Select
            id="entering"
            value={inId}
            onChange={setIn}
            showSearch={{ optionFilterProp: 'label' }}
            options={experts
              .filter((e) => !item.reviewers.some((r) => r.userId === e.id))
              .map((e) => ({ value: e.id, label: `${e.name} · ${e.organisationName}`, disabled: e.tiedTo !== null }))}
          />
        </Form.Item>
      </Form>
      <Button disabled={!outId || !inId} loading={send.isPending} onClick={() => send.mutate()}>
        {t('substitute.send')}
      </Button>
    </Panel>
  );
}
