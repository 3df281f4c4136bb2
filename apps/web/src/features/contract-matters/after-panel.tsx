import { useQuery } from '@tanstack/react-query';
import { App, Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { EmptyState, Facts, Loading, Panel, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { useSession } from '../../app/session.js';
import { Citations } from '../../lib/explained-lines.js';
import { day } from '../../lib/format.js';
import { ExpertsOfContract } from './experts-panel.js';
import { FilingDialog, type FiledKind } from './filing-dialog.js';
import { DueTag, lightTone } from '../../lib/light.js';
import { MatterTag } from './matter-tag.js';
import { getAfter, matterKeys, refreshMatters, type AfterContract } from './matters.api.js';
import { NationalNoDialog } from './national-no-dialog.js';

/** What has become of a contract since it was filed: its clock, its two numbers, the experts, and every matter after the registration. */
export function AfterPanel({ contractId }: { contractId: string }) {
  const { t } = useTranslation('aftercare');
  const { data: c, error, refetch } = useQuery({ queryKey: matterKeys.after(contractId), queryFn: () => getAfter(contractId) });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!c) return <Loading rows={5} />;
  return (
    <>
      {c.examination ? <Clock examination={c.examination} /> : null}
      <ExpertsOfContract contract={c} />
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
      {c.registrationNo || c.status === 'REFUSED' || c.matters.length ? <Matters contract={c} /> : null}
    </>
  );
}

/** What was brought forward about the contract, and what this person may bring forward now; before the registration there is only the review of a refusal. */
function Matters({ contract: c }: { contract: AfterContract }) {
  const { t } = useTranslation('aftercare');
  return (
      <Panel title={t(c.registrationNo ? 'title' : 'reviewTitle')}>
        <Steps contract={c} />
        {c.matters.length ? (
          <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 10 }}>
            {c.matters.map((m) => (
              <li key={m.id}>
                <Link to={`/matters/${m.id}`}>{t('matter', { kind: t(`kind.${m.kind}`) })}</Link>{' '}
                <MatterTag matter={m} />{' '}
                <DueTag dueOn={m.dueOn} light={m.light} />{' '}
                <span className="muted">{day(m.decidedAt ?? m.createdAt)}</span>
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState text={t(c.registrationNo ? 'none' : 'noReview')} />
        )}
      </Panel>
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
  const { t } = useTranslation('aftercare');
  const { me, can } = useSession();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<FiledKind | 'NATIONAL' | null>(null);
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
      {isBranch && can('matter.revoke') && ['REGISTERED', 'PERFORMED'].includes(c.status) && !isOpen ? (
        <Button danger onClick={() => setAsked('REVOCATION')}>
          {t('revocation')}
        </Button>
      ) : null}
      {asked === 'NATIONAL' ? <NationalNoDialog contract={c} onDone={() => setAsked(null)} /> : null}
      {asked && asked !== 'NATIONAL' ? <FilingDialog contractId={c.id} kind={asked} onDone={(id) => void done(id)} /> : null}
    </Flex>
  );
}
