import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ndaWish } from '@jihui/domain';
import { ZodForm } from '@jihui/ui';
import { day } from '../../lib/format.js';
import { ShortText } from '../../lib/limited-text.js';
import { listed } from '../../lib/lists.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { askForNda, refOf, refreshTiers, type ConfidentialPart } from './tiers.api.js';

/** The way of a member who may not bind his organisation: he asks those who may, and they find it in their overview. */
export function AskColleague({ part }: { part: ConfidentialPart }) {
  const { t } = useTranslation(['tiers', 'common']);
  const [isAsking, setAsking] = useState(false);
  const names = listed(part.authorised);
  if (!part.authorised.length) return <p>{t('state.noColleague')}</p>;
  if (part.wish) return <p>{t('wish.asked', { name: part.wish.askedByName, day: day(part.wish.createdAt), names })}</p>;
  return (
    <>
      <p>{t('state.ASK_COLLEAGUE', { names })}</p>
      {isAsking ? (
        <ZodForm
          schema={ndaWish}
          keptAs={`nda-wish ${part.subjectId}`}
          initialValues={{ ...refOf(part), purpose: '' }}
          onSubmit={async (input) => {
            await askForNda(input);
            await refreshTiers();
          }}
          refusalOf={refusalOf}
          sentenceOf={issueSentence}
          labelOf={(path) => t(`field.${path}` as 'field.purpose')}
          summaryTitle={t('common:formErrorsTitle')}
          submitText={t('wish.send')}
          extraActions={<Button onClick={() => setAsking(false)}>{t('common:cancel')}</Button>}
        >
          <Form.Item name="purpose" label={t('dialog.purpose')} extra={t('dialog.purposeHelp')}>
            <ShortText max={300} />
          </Form.Item>
        </ZodForm>
      ) : (
        <Button type="primary" onClick={() => setAsking(true)}>
          {t('wish.ask')}
        </Button>
      )}
    </>
  );
}
