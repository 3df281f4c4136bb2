import { App, Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { NdaBox } from '@jihui/domain';
import { ReasonDialog, StatusTag } from '@jihui/ui';
import { moment } from '../../lib/format.js';
import { errorSentence, issueSentence, refusalOf } from '../../lib/sentences.js';
import { ndaTone, subjectPath } from './tier-status.js';
import { ndaSteps, refreshTiers, type Nda } from './tiers.api.js';

type Props = { nda: Nda; box: NdaBox };

/** One agreement: about what, with whom, how it stands, its text, and the answer that it waits for. */
export function NdaCard({ nda, box }: Props) {
  const { t } = useTranslation('tiers');
  const isOver = nda.status === 'ACTIVE' && !nda.isInForce;
  const other =
    box === 'OWN' ? t('page.to', { name: nda.ownerName ?? t('page.unnamedOwner') }) : t('page.from', { name: nda.readerName ?? '' });
  return (
    <li className="nda-card">
      <Flex gap={8} align="center" wrap>
        <StatusTag tone={isOver ? 'neutral' : ndaTone[nda.status]}>{isOver ? t('status.expired') : t(`status.${nda.status}`)}</StatusTag>
        <Link to={subjectPath(nda.subjectKind, nda.subjectId)}>{nda.title}</Link>
        <span className="muted">{t(`subject.${nda.subjectKind}`)}</span>
      </Flex>
      <div>{other}</div>
      <div>{t('page.purpose', { purpose: nda.purpose })}</div>
      <div className="muted num">
        {t('page.acceptedBy', { name: nda.acceptedByName, time: moment(nda.acceptedAt) })}
        {nda.answeredByName && nda.answeredAt
          ? `　${t('page.answeredBy', { name: nda.answeredByName, time: moment(nda.answeredAt) })}`
          : ''}
      </div>
      {nda.openUntil ? <div className="muted num">{t('page.openUntil', { day: nda.openUntil, until: nda.bindsUntil ?? '' })}</div> : null}
      {nda.reason ? <div>{t('page.reason', { reason: nda.reason })}</div> : null}
      <details>
        <summary>{t('page.readText')}</summary>
        <div className="nda-text">{nda.text}</div>
        <p className="muted nda-print num">{`${t('dialog.fingerprint')} ${nda.sha256}`}</p>
      </details>
      <Steps nda={nda} />
    </li>
  );
}

function Steps({ nda }: { nda: Nda }) {
  const { t } = useTranslation(['tiers', 'common']);
  const { message, modal } = App.useApp();
  const [asking, setAsking] = useState<'decline' | 'end' | null>(null);
  const has = (action: Nda['availableActions'][number]) => nda.availableActions.includes(action);
  const approve = () =>
    modal.confirm({
      title: t('page.approve'),
      content: t('page.approveAsk', { name: nda.readerName ?? '' }),
      okText: t('page.approve'),
      cancelText: t('common:cancel'),
      onOk: () =>
        ndaSteps
          .approve(nda)
          .then(() => void message.success(t('page.done.approve')))
          .catch((error: unknown) => void message.error(errorSentence(error)))
          .finally(() => void refreshTiers()),
    });
  return (
    <Flex gap={8} wrap>
      {has('approve') ? (
        <Button type="primary" onClick={approve}>
          {t('page.approve')}
        </Button>
      ) : null}
      {has('decline') ? <Button onClick={() => setAsking('decline')}>{t('page.decline')}</Button> : null}
      {has('end') ? <Button onClick={() => setAsking('end')}>{t('page.end')}</Button> : null}
      {has('cancel') ? (
        <Button
          onClick={() =>
            void ndaSteps
              .cancel(nda)
              .catch((error: unknown) => void message.error(errorSentence(error)))
              .finally(() => void refreshTiers())
          }
        >
          {t('cancel')}
        </Button>
      ) : null}
      <ReasonDialog
        open={asking !== null}
        keptAs={`${asking ?? ''} ${nda.id}`}
        title={t(asking === 'end' ? 'page.end' : 'page.decline')}
        label={t('page.reasonLabel')}
        hint={asking === 'end' ? t('page.endHint') : undefined}
        okText={t(asking === 'end' ? 'page.end' : 'page.decline')}
        cancelText={t('common:cancel')}
        sentenceOf={issueSentence}
        refusalOf={refusalOf}
        onCancel={() => setAsking(null)}
        onOk={async (reason) => {
          if (!asking) return;
          await ndaSteps[asking](nda, reason);
          void message.success(t(`page.done.${asking}`));
          setAsking(null);
          await refreshTiers();
        }}
      />
    </Flex>
  );
}
