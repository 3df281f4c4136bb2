import { useQuery } from '@tanstack/react-query';
import { App, Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { certaintyMark, expertStep, fewestExperts, shanghaiDay } from '@jihui/domain';
import { Panel, ReasonDialog, StatusTag } from '@jihui/ui';
import { money } from '../../lib/money.js';
import { useRuleBook } from '../../lib/rule-book.js';
import { errorSentence, issueSentence, refusalOf } from '../../lib/sentences.js';
import { useDeskKeys } from '../../lib/use-desk-keys.js';
import { HearExpertDialog } from './hear-expert-dialog.js';
import { concludeExperts, getAfter, matterKeys, referToExperts, refreshMatters, type AfterContract } from './matters.api.js';

/** The experts' part of a contract's page, where there is one for this person. */
export function ExpertsOfContract({ contract: c }: { contract: AfterContract }) {
  const isHeard = useExpertsHeard(c);
  const mayStart = c.availableActions.includes('referToExperts');
  return mayStart || (isHeard && c.availableActions.length + c.expertOpinions.length > 0) ? <ExpertsPanel contract={c} withKeys={false} /> : null;
}

/** The same at the desk: shown where experts are heard or have been, reached by its keys from every file that may be referred to them. */
export function DeskExperts({ contractId }: { contractId: string }) {
  const { data: c } = useQuery({ queryKey: matterKeys.after(contractId), queryFn: () => getAfter(contractId) });
  return c ? <ExpertsAtDesk key={c.id} contract={c} /> : null;
}

function ExpertsAtDesk({ contract: c }: { contract: AfterContract }) {
  const isHeard = useExpertsHeard(c);
  return <ExpertsPanel contract={c} withKeys isHidden={!isHeard} />;
}

/** Whether experts are heard of this file by its amount, or have been. */
function useExpertsHeard(c: AfterContract): boolean {
  const book = useRuleBook();
  const isLarge = c.status === 'FIRST_REVIEW' && book !== undefined && expertStep(c.techAmount, book, shanghaiDay(new Date())) !== null;
  return c.status === 'EXPERT_REVIEW' || c.expertOpinions.length > 0 || isLarge;
}

type Props = { contract: AfterContract; withKeys: boolean; isHidden?: boolean };

/** 专家评审: who was heard and what they said; for the branch alone. */
function ExpertsPanel({ contract: c, withKeys, isHidden = false }: Props) {
  const { t } = useTranslation(['aftercare', 'common']);
  const { message } = App.useApp();
  const [asked, setAsked] = useState<'hear' | 'refer' | null>(null);
  const rule = useRuleBook()?.on('EXAMINATION_DRAFT', shanghaiDay(new Date()));
  const mayHear = c.availableActions.includes('concludeExperts');
  const mayRefer = c.availableActions.includes('referToExperts');
  const mayConclude = mayHear && c.expertOpinions.length >= fewestExperts;
  const stop = () => setAsked(null);
  const conclude = async () => {
    try {
      await concludeExperts(c);
      void message.success(t('concluded'));
    } catch (error) {
      void message.error(errorSentence(error));
    }
    await refreshMatters();
  };
  useDeskKeys(
    withKeys ? { e: () => (mayHear ? setAsked('hear') : mayRefer && setAsked('refer')), ...(mayConclude ? { a: conclude } : {}) } : {},
  );
  return (
    <>
      {isHidden ? null : (
        <Panel title={`${t('experts')} · ${t('heard', { count: c.expertOpinions.length })}`}>
          {rule && !withKeys ? (
            <p className="muted">{t('expertsLead', { from: money(rule.value.expertFrom), count: fewestExperts, basis: rule.basis, mark: certaintyMark[rule.certainty] })}</p>
          ) : null}
          <Flex gap={8} wrap>
            {mayRefer ? <Button onClick={() => setAsked('refer')}>{t('refer')}</Button> : null}
            {mayHear ? (
              <>
                <Button type={mayConclude ? 'default' : 'primary'} onClick={() => setAsked('hear')}>
                  {t('hear')}
                </Button>
                <Button type={mayConclude ? 'primary' : 'default'} disabled={!mayConclude} onClick={() => void conclude()}>
                  {t('conclude')}
                </Button>
              </>
            ) : null}
          </Flex>
          <Opinions contract={c} />
        </Panel>
      )}
      {asked === 'hear' ? <HearExpertDialog contractId={c.id} onDone={stop} /> : null}
      <ReasonDialog
        open={asked === 'refer'}
        keptAs={`refer ${c.id}`}
        title={t('refer')}
        label={t('field.reason')}
        hint={t('referHint')}
        okText={t('refer')}
        cancelText={t('common:cancel')}
        sentenceOf={issueSentence}
        refusalOf={refusalOf}
        onCancel={stop}
        onOk={async (reason) => {
          await referToExperts(c, reason);
          stop();
          void message.success(t('referred'));
          await refreshMatters();
        }}
      />
    </>
  );
}

function Opinions({ contract: c }: { contract: AfterContract }) {
  const { t } = useTranslation('aftercare');
  return (
    <ul style={{ listStyle: 'none', margin: 0, marginBlockStart: c.expertOpinions.length ? 12 : 0, padding: 0, display: 'grid', gap: 12 }}>
      {c.expertOpinions.map((o) => (
        <li key={o.id}>
          <strong>{o.name}</strong> <span className="muted">{o.unit}</span>{' '}
          <StatusTag tone={o.supports ? 'good' : 'bad'}>{t(o.supports ? 'supports.yes' : 'supports.no')}</StatusTag>
          <div style={{ whiteSpace: 'pre-line' }}>{o.opinion}</div>
        </li>
      ))}
    </ul>
  );
}
