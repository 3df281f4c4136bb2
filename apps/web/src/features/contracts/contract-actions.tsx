import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { reviewDays, type ContractAction } from '@jihui/domain';
import { errorSentence } from '../../lib/sentences.js';
import { checkSentence } from './check-sentence.js';
import { contractSteps, refreshAll, type Contract, type Ref } from './contracts.api.js';

const ofBranch: readonly ContractAction[] = ['accept', 'claim', 'approveFirst', 'concludeExperts', 'register', 'return', 'refuse'];

/** What this person may do with the contract now; the first button is the next step. */
export function ContractActions({ contract }: { contract: Contract }) {
  const { t } = useTranslation(['contracts', 'common']);
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const may = (action: ContractAction) => contract.availableActions.includes(action);
  const step = useMutation({
    mutationFn: async ({ action, ref }: { action: 'confirm' | 'submit' | 'cancel'; ref: Ref }): Promise<unknown> =>
      contractSteps[action](ref),
    onSuccess: (_result, { action }) => void message.success(t(`done.${action}`)),
    onError: (error) => void message.error(errorSentence(error)),
    onSettled: () => refreshAll(),
  });
  const ask = (
    action: 'confirm' | 'submit' | 'cancel',
    title: string,
    content: ReactNode,
    okText: string,
    cancelText: string = t('common:cancel'),
  ) =>
    modal.confirm({
      ...{ title, content, okText, cancelText, width: 520 },
      okButtonProps: { danger: action === 'cancel' },
      onOk: () => step.mutateAsync({ action, ref: { id: contract.id, version: contract.version } }).catch(() => undefined),
    });
  const questions = contract.checks.filter((c) => !c.ok);
  const findings = questions.length ? (
    <ul style={{ paddingInlineStart: 18, marginBlock: 8 }}>
      {questions.map((c) => (
        <li key={c.code}>{checkSentence(c)}</li>
      ))}
    </ul>
  ) : null;
  const isIncomplete = questions.some((c) => c.code === 'COMPLETE');
  const edit = () => void navigate(`/contracts/${contract.id}/edit`);

  return (
    <>
      {may('confirm') && !isIncomplete ? (
        <Button type="primary" onClick={() => ask('confirm', t('ask.confirmTitle'), t('ask.confirmText'), t('ask.confirmOk'))}>
          {t('action.confirm')}
        </Button>
      ) : null}
      {may('submit') ? (
        <Button
          type="primary"
          onClick={() =>
            ask(
              'submit',
              t('ask.submitTitle'),
              <>
                <p>{t('ask.submitText', { branch: contract.branch?.name ?? t('party.branch'), days: reviewDays.ACCEPTANCE })}</p>
                {findings ? <p style={{ marginBottom: 0 }}>{t('ask.submitFindings')}</p> : null}
                {findings}
              </>,
              t('action.submit'),
            )
          }
        >
          {t('action.submit')}
        </Button>
      ) : null}
      {may('edit') ? (
        <Button type={isIncomplete ? 'primary' : 'default'} onClick={edit}>
          {t('action.edit')}
        </Button>
      ) : null}
      {contract.availableActions.some((a) => ofBranch.includes(a)) ? (
        <Button type="primary" onClick={() => void navigate(`/review?id=${contract.id}`)}>
          {t('action.review')}
        </Button>
      ) : null}
      {may('cancel') ? (
        <Button
          type="text"
          danger
          onClick={() => ask('cancel', t('ask.cancelTitle'), t('ask.cancelText'), t('ask.cancelOk'), t('ask.keep'))}
        >
          {t('action.cancel')}
        </Button>
      ) : null}
    </>
  );
}
