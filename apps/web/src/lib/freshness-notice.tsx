import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { queryClient } from './api.js';
import { errorSentence } from './sentences.js';

type Props = { freshness: 'FRESH' | 'DUE' | 'HIDDEN'; mayConfirm: boolean; confirm: () => Promise<unknown> };

/** On the owner's page: that it is due to be confirmed, with the button that does it. */
export function FreshnessNotice({ freshness, mayConfirm, confirm }: Props) {
  const { t } = useTranslation('freshness');
  const { message } = App.useApp();
  const step = useMutation({
    mutationFn: confirm,
    onSuccess: async () => {
      void message.success(t('confirmed'));
      await queryClient.invalidateQueries();
    },
    onError: (error) => void message.error(errorSentence(error)),
  });
  if (!mayConfirm || freshness === 'FRESH') return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="no-print"
      style={{ marginBottom: 16 }}
      title={t(`notice.${freshness}`)}
      action={
        <Button loading={step.isPending} onClick={() => step.mutate()}>
          {t('confirm')}
        </Button>
      }
    />
  );
}
