import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '@jihui/ui';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { decide, reconsider, refreshQuality, type Duplicate } from './quality.api.js';

type Asked = 'same' | 'different' | 'reconsider';

/** 同一项, 不同, or again; each with a reason. Between two owners the branch decides. */
export function DuplicateActions({ pair }: { pair: Duplicate }) {
  const { t } = useTranslation(['quality', 'common']);
  const { message } = App.useApp();
  const [asked, ask] = useState<Asked | null>(null);
  const can = (action: Duplicate['availableActions'][number]) => pair.availableActions.includes(action);
  const send = async (reason: string): Promise<void> => {
    if (asked === 'reconsider') await reconsider(pair, reason);
    else await decide(pair, asked === 'same' ? 'SAME' : 'DIFFERENT', reason);
    ask(null);
    void message.success(t('duplicates.saved'));
    await refreshQuality();
  };
  const hint = asked === 'same' ? t('duplicates.sameHint') : asked === 'different' ? t('duplicates.differentHint') : undefined;
  return (
    <>
      {can('callSame') ? <Button onClick={() => ask('same')}>{t('duplicates.same')}</Button> : null}
      {can('callDifferent') ? (
        <Button type="primary" onClick={() => ask('different')}>
          {t('duplicates.different')}
        </Button>
      ) : null}
      {can('reconsider') ? <Button onClick={() => ask('reconsider')}>{t('duplicates.reconsider')}</Button> : null}
      {pair.status === 'OPEN' && !can('callSame') ? <span className="muted">{t('duplicates.notYours')}</span> : null}
      <ReasonDialog
        open={asked !== null}
        keptAs={`${asked ?? ''} ${pair.id}`}
        title={asked ? t(`duplicates.${asked}`) : ''}
        label={t('duplicates.reason')}
        {...(hint ? { hint } : {})}
        okText={asked ? t(`duplicates.${asked}`) : ''}
        cancelText={t('common:cancel')}
        sentenceOf={issueSentence}
        refusalOf={refusalOf}
        onCancel={() => ask(null)}
        onOk={send}
      />
    </>
  );
}
