import { Modal } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

const keys = ['a', 'r', 'x', 'e', 'j', 'k', 'd', 'v', 's', 'm', 'n1', 'o', 'l'] as const;

/** What every key of the desk does. */
export function DeskKeys({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('contracts');
  return (
    <Modal open title={t('desk.keysTitle')} footer={null} onCancel={onClose}>
      <dl className="review-key-list">
        {keys.map((key) => (
          <Fragment key={key}>
            <dt>
              <kbd>{key === 'n1' ? '1–4' : key.toUpperCase()}</kbd>
            </dt>
            <dd>{t(`desk.keyList.${key}`)}</dd>
          </Fragment>
        ))}
      </dl>
    </Modal>
  );
}
