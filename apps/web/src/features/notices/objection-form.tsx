import { useTranslation } from 'react-i18next';
import { noticeObjection } from '@jihui/domain';
import { ObjectionForm as SharedForm } from '../../lib/objection-form.js';
import { objectToNotice, refreshNotices } from './notices.api.js';

/** 异议 to a public notice. */
export function ObjectionForm({ noticeId }: { noticeId: string }) {
  const { t } = useTranslation('notices');
  return (
    <SharedForm
      schema={noticeObjection}
      keptAs={`objection ${noticeId}`}
      subject={{ noticeId }}
      send={async (input) => {
        const receipt = await objectToNotice(input);
        await refreshNotices();
        return receipt;
      }}
      words={{
        title: t('objectTitle'),
        hint: t('objectHint'),
        submit: t('object'),
        received: (receipt) => t('received', { receipt }),
        receivedHint: t('receivedHint'),
        label: (field) => t(`objectField.${field}`),
      }}
    />
  );
}
