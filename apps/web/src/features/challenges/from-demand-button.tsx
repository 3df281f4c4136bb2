import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { errorSentence } from '../../lib/sentences.js';
import { fromDemand } from './challenges.api.js';

/** One click from an own demand to a draft of an item, its fields carried. */
export function FromDemandButton({ demandId }: { demandId: string }) {
  const { t } = useTranslation('challenges');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [sending, setSending] = useState(false);
  const make = async () => {
    setSending(true);
    try {
      await navigate(`/my/challenges/${await fromDemand(demandId)}/edit`);
    } catch (error) {
      void message.error(errorSentence(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <Button loading={sending} onClick={() => void make()}>
      {t('action.fromDemand')}
    </Button>
  );
}
