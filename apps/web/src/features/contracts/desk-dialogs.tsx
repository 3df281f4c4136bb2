import { useTranslation } from 'react-i18next';
import { expertStep, shanghaiDay } from '@jihui/domain';
import { ReasonDialog } from '@jihui/ui';
import { money } from '../../lib/money.js';
import { OpinionDialog } from '../../lib/opinion-dialog.js';
import { useRuleBook } from '../../lib/rule-book.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { checkSentence } from './check-sentence.js';
import type { Contract } from './contracts.api.js';
import { RefusalDialog } from './refusal-dialog.js';
import type { useDecisions } from './use-decisions.js';

/** What a decision asks before it is made. */
export function DeskDialogs({ contract, decisions }: { contract: Contract | undefined; decisions: ReturnType<typeof useDecisions> }) {
  const { t } = useTranslation(['contracts', 'common']);
  const { asked, stop } = decisions;
  const book = useRuleBook();
  const experts = book && contract ? expertStep(contract.techAmount, book, shanghaiDay(new Date())) : null;
  const title = (what: string) => `${what}：${contract?.title ?? ''}`;
  const suggestions = contract?.checks
    .filter((c) => !c.ok && c.code !== 'DUPLICATE')
    .map((c) => (c.code === 'SCAN_ATTACHED' ? t('desk.scan') : checkSentence(c)));
  return (
    <>
      <OpinionDialog
        open={asked === 'approveFirst'}
        keptAs={`first review ${contract?.id ?? ''}`}
        title={title(t('desk.approveTitle'))}
        text={experts ? t('desk.approveTextExperts', { from: money(experts.from) }) : t('desk.approveText')}
        label={t('desk.opinion')}
        okText={t('action.approveFirst')}
        onCancel={stop}
        onOk={decisions.approveFirst}
      />
      <OpinionDialog
        open={asked === 'register'}
        keptAs={`second review ${contract?.id ?? ''}`}
        title={title(t('desk.registerTitle'))}
        text={t('desk.registerText')}
        label={t('desk.registerOpinion')}
        okText={t('action.register')}
        onCancel={stop}
        onOk={decisions.register}
      />
      <ReasonDialog
        open={asked === 'return'}
        keptAs={`return ${contract?.id ?? ''}`}
        title={title(t('desk.returnTitle'))}
        label={t('desk.returnLabel')}
        okText={t('action.return')}
        cancelText={t('common:cancel')}
        suggestions={suggestions}
        sentenceOf={issueSentence}
        refusalOf={refusalOf}
        onCancel={stop}
        onOk={decisions.giveBack}
      />
      <RefusalDialog open={asked === 'refuse'} keptAs={`refusal ${contract?.id ?? ''}`} title={title(t('action.refuse'))} onCancel={stop} onOk={decisions.refuse} />
    </>
  );
}
