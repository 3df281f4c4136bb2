import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { termSheetOf } from '@jihui/domain';
import { LinkButton } from '../../lib/link-button.js';
import { errorSentence } from '../../lib/sentences.js';
import { draftContract, refreshRoom, type Negotiation } from './negotiations.api.js';
import { waitingFor } from './term-sheet-tab.js';

/** What this side does next, and the button for it: the first thing in the room. */
export function NextStep({ talk, isEditing, onTerms }: { talk: Negotiation; isEditing: boolean; onTerms: (isNew: boolean) => void }) {
  const { t } = useTranslation('negotiations');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const sheet = termSheetOf(talk.termWordings);
  const params = { number: sheet.number, count: waitingFor(talk), missing: sheet.missing.length };
  const draft = useMutation({
    mutationFn: () => draftContract(talk.id),
    onSuccess: async (contractId) => {
      await refreshRoom();
      if (contractId) await navigate(`/contracts/${contractId}/edit`);
    },
    onError: (error) => (void message.error(errorSentence(error)), refreshRoom()),
  });
  const may = (action: Negotiation['availableActions'][number]) => talk.availableActions.includes(action);
  const action = () => {
    switch (talk.nextStep) {
      case 'FILL_TERM_SHEET':
        return may('saveTermSheet') && !isEditing ? (
          <Button type="primary" onClick={() => onTerms(true)}>
            {t('terms.fill')}
          </Button>
        ) : null;
      case 'CONFIRM_TERM_SHEET':
        return (
          <Button type="primary" onClick={() => onTerms(false)}>
            {t('terms.answer')}
          </Button>
        );
      case 'DRAFT_CONTRACT':
        return may('draftContract') ? (
          <Button type="primary" loading={draft.isPending} onClick={() => draft.mutate()}>
            {t('draftContract')}
          </Button>
        ) : null;
      case 'OPEN_CONTRACT':
        return (
          <LinkButton type="primary" to={`/contracts/${talk.contractId ?? ''}`}>
            {t('openContract')}
          </LinkButton>
        );
      default:
        return null;
    }
  };
  return (
    <section className={`next-step ${talk.nextStep.toLowerCase()}`} aria-label={t('list.next')}>
      <div>
        <strong>{t(`step.${talk.nextStep}`)}</strong>
        <p>{t(`stepText.${talk.nextStep}`, params)}</p>
      </div>
      <div className="next-step-actions">{action()}</div>
    </section>
  );
}
