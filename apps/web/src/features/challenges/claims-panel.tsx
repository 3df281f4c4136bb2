import { App, Button, Collapse, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel, ReasonDialog, StatusTag } from '@jihui/ui';
import { moment } from '../../lib/format.js';
import { errorSentence, issueSentence, refusalOf } from '../../lib/sentences.js';
import { claimTone } from './challenge-status.js';
import { judge, refreshAll, type Challenge, type ClaimRow } from './challenges.api.js';
import { ClaimContentView } from './claim-content.js';

/** The opened claims, and for the organiser the check of each bidder. */
export function ClaimsPanel({ challenge: c }: { challenge: Challenge }) {
  const { t } = useTranslation(['challenges', 'common']);
  const { message } = App.useApp();
  const [refusing, setRefusing] = useState<string | null>(null);
  const [passing, setPassing] = useState<string | null>(null);
  // A bidder reads his own claim above, a reviewer reads the claims beside his cards.
  const claims = c.isOrganiser || c.isOwn ? c.claims : [];
  if (!claims.length) return null;
  const mayJudge = c.availableActions.includes('qualify');
  const pass = async (id: string) => {
    setPassing(id);
    try {
      await judge(id, true, null);
      await refreshAll();
    } catch (error) {
      void message.error(errorSentence(error));
    } finally {
      setPassing(null);
    }
  };
  const head = (k: ClaimRow) => (
    <Flex gap={8} wrap align="center">
      <strong>{k.organisation?.name}</strong>
      <StatusTag tone={claimTone[k.status]}>{t(`claimStatus.${k.status}`)}</StatusTag>
      <span className="muted num">{moment(k.submittedAt)}</span>
      {k.result ? (
        <span className="num">{t('claim.placeLine', { rank: k.result.rank, points: (k.result.total / 100).toFixed(2) })}</span>
      ) : null}
    </Flex>
  );
  return (
    <Panel title={t('claim.all', { count: claims.length })}>
      <Collapse
        items={claims.map((k) => ({
          key: k.id,
          label: head(k),
          children: (
            <>
              {k.refusalReason ? <p className="challenge-text">{`${t('claim.refusalReason')}：${k.refusalReason}`}</p> : null}
              {k.outcomeReason ? <p className="challenge-text">{`${t('claim.reason')}：${k.outcomeReason}`}</p> : null}
              <ClaimContentView content={k.content} />
              {mayJudge && k.content !== null ? (
                <Flex gap={8} style={{ marginTop: 12 }}>
                  <Button type="primary" loading={passing === k.id} disabled={k.status === 'QUALIFIED'} onClick={() => void pass(k.id)}>
                    {t('action.pass')}
                  </Button>
                  <Button disabled={k.status === 'REFUSED'} onClick={() => setRefusing(k.id)}>{t('action.refuse')}</Button>
                </Flex>
              ) : null}
            </>
          ),
        }))}
      />
      <ReasonDialog
        open={refusing !== null}
        keptAs={`refuse ${refusing ?? ''}`}
        title={t('action.refuse')}
        label={t('reasonLabel')}
        hint={t('ask.refuse')}
        okText={t('action.refuse')}
        cancelText={t('common:cancel')}
        sentenceOf={issueSentence}
        refusalOf={refusalOf}
        onCancel={() => setRefusing(null)}
        onOk={async (reason) => {
          if (refusing) await judge(refusing, false, reason);
          setRefusing(null);
          await refreshAll();
        }}
      />
    </Panel>
  );
}
