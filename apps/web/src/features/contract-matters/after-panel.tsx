import { useQuery } from '@tanstack/react-query';
import { App, Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { EmptyState, Facts, Loading, Panel, ReasonDialog, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { useSession } from '../../app/session.js';
import { Citations } from '../../lib/explained-lines.js';
import { day } from '../../lib/format.js';
import { useRuleBook } from '../../lib/rule-book.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { ExpertsPanel, hearsExperts } from './experts-panel.js';
import { FilingDialog, type FiledKind } from './filing-dialog.js';
import { DueTag, lightTone } from '../../lib/light.js';
import { matterTone } from './matter-status.js';
import { getAfter, matterKeys, referToExperts, refreshMatters, type AfterContract } from './matters.api.js';
import { NationalNoDialog } from './national-no-dialog.js';

/** What has become of a contract since it was filed: its clock, its two numbers, the experts, and every matter after the registration. */
export function AfterPanel({ contractId }: { contractId: string }) {
  const { t } = useTranslation('aftercare');
  const book = useRuleBook();
  const { data: c, error, refetch } = useQuery({ queryKey: matterKeys.after(contractId), queryFn: () => getAfter(contractId) });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!c) return <Loading rows={5} />;
  return (
    <>
      {c.examination ? <Clock examination={c.examination} /> : null}
      {hearsExperts(c, book) && c.availableActions.length + c.expertOpinions.length > 0 ? <ExpertsPanel contract={c} /> : null}
      {c.registrationNo ? (
        <Panel>
          <Facts
            items={[
              { label: t('number'), value: <Link to={`/verify/${c.registrationNo}`}>{c.registrationNo}</Link> },
              { label: t('nationalNo'), value: c.nationalNo ?? <span className="muted">{t('noNationalNo')}</span> },
              { label: t('version'), value: String(c.registeredVersion) },
            ]}
          />
        </Panel>
      ) : null}
      <Panel title={t('title')}>
        <Steps contract={c} />
        {c.matters.length ? (
          <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 10 }}>
            {c.matters.map((m) => (
              <li key={m.id}>
                <Link to={`/matters/${m.id}`}>{t('matter', { kind: t(`kind.${m.kind}`) })}</Link>{' '}
                <StatusTag tone={matterTone[m.status]}>{t(`status.${m.status}`)}</StatusTag>{' '}
                <DueTag dueOn={m.dueOn} light={m.light} />{' '}
                <span className="muted">{day(m.decidedAt ?? m.createdAt)}</span>
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState text={t('none')} />
        )}
      </Panel>
    </>
  );
}

function Clock({ examination: e }: { examination: NonNullable<AfterContract['examination']> }) {
  const { t } = useTranslation('aftercare');
  return (
    <Panel title={t('examination')} extra={<StatusTag tone={lightTone[e.light]}>{t(`light.${e.light}`)}</StatusTag>}>
      <p>{e.dueOn ? t('examinationOf', { from: e.countedFrom, days: e.days, due: e.dueOn }) : t('examinationStopped')}</p>
      {e.stops.length ? (
        <ul>
          {e.stops.map((s) => (
            <li key={`${s.returned} ${s.resubmitted ?? ''}`}>{t('stops', { from: s.returned, to: s.resubmitted ?? t('notYet') })}</li>
          ))}
        </ul>
      ) : null}
      <Citations rules={[e.rule]} />
    </Panel>
  );
}

/** What this person may bring forward now. */
function Steps({ contract: c }: { contract: AfterContract }) {
  const { t } = useTranslation(['aftercare', 'common']);
  const { me, can } = useSession();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<FiledKind | 'NATIONAL' | 'REFER' | null>(null);
  const own = me?.organisation?.id;
  const isOpen = c.matters.some((m) => ['PROPOSED', 'FILED', 'EXAMINED', 'RETURNED'].includes(m.status));
  const isSeller = own === c.seller.id && can('matter.file');
  const isSide = isSeller || (own === c.buyer.id && can('matter.file'));
  const isBranch = own !== undefined && own === c.branch?.id;
  const isRegistered = c.status === 'REGISTERED' && !isOpen;
  const done = async (id: string | null) => {
    setAsked(null);
    if (!id) return;
    void message.success(t('filed'));
    await refreshMatters();
    await navigate(`/matters/${id}`);
  };
  return (
    <Flex gap={8} wrap style={{ marginBottom: 12 }}>
      {isSide && isRegistered ? (
        <>
          <Button type="primary" onClick={() => void navigate(`/contracts/${c.id}/change`)}>
            {t('propose')}
          </Button>
          <Button onClick={() => setAsked('PERFORMANCE')}>{t('performance')}</Button>
        </>
      ) : null}
      {isSeller && isRegistered ? <Button onClick={() => setAsked('DEREGISTRATION')}>{t('deregistration')}</Button> : null}
      {isSeller && c.status === 'REFUSED' && !isOpen ? (
        <Button type="primary" onClick={() => setAsked('REVIEW')}>
          {t('review')}
        </Button>
      ) : null}
      {isBranch && c.registrationNo && can('contract.nationalNo') ? <Button onClick={() => setAsked('NATIONAL')}>{t('enterNationalNo')}</Button> : null}
      {c.availableActions.includes('referToExperts') ? <Button onClick={() => setAsked('REFER')}>{t('refer')}</Button> : null}
      {isBranch && can('matter.revoke') && ['REGISTERED', 'PERFORMED'].includes(c.status) && !isOpen ? (
        <Button danger onClick={() => setAsked('REVOCATION')}>
          {t('revocation')}
        </Button>
      ) : null}
      {asked === 'NATIONAL' ? <NationalNoDialog contract={c} onDone={() => setAsked(null)} /> : null}
      {asked && asked !== 'NATIONAL' && asked !== 'REFER' ? <FilingDialog contractId={c.id} kind={asked} onDone={(id) => void done(id)} /> : null}
      <ReasonDialog
        open={asked === 'REFER'}
        keptAs={`refer ${c.id}`}
        title={t('refer')}
        label={t('field.reason')}
        hint={t('referHint')}
        okText={t('refer')}
        cancelText={t('common:cancel')}
        sentenceOf={issueSentence}
        refusalOf={refusalOf}
        onCancel={() => setAsked(null)}
        onOk={async (reason) => {
          await referToExperts(c, reason);
          setAsked(null);
          await refreshMatters();
        }}
      />
    </Flex>
  );
}
