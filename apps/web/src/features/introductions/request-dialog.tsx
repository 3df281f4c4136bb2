import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Form, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { introductionDeadline, introductionRequest, supplierKinds, type OrganisationKind } from '@jihui/domain';
import { ZodForm } from '@jihui/ui';
import { LongText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { getOwnAchievements, getOwnDemands, introductionKeys, refreshTalks, requestIntroduction, type Pair } from './introductions.api.js';

type Props = { pair: Pair; title: string; kind: OrganisationKind; onClose: () => void };

/** Says who one is and why one asks. With one item only, one's own may be named beside it. */
export function RequestDialog({ pair, title, kind, onClose }: Props) {
  const { t } = useTranslation(['introductions', 'common']);
  const { message } = App.useApp();
  return (
    <Modal open title={t('request.title', { title })} footer={null} onCancel={onClose} width={560} destroyOnHidden>
      <Alert type="info" title={t('request.terms', { days: introductionDeadline.workingDays })} style={{ marginBottom: 16 }} />
      <ZodForm
        schema={introductionRequest}
        keptAs={`introduction ${pair.demandId ?? ''} ${pair.achievementId ?? ''}`}
        initialValues={{ demandId: pair.demandId ?? null, achievementId: pair.achievementId ?? null, message: '' }}
        onSubmit={async (input) => {
          await requestIntroduction(input);
          void message.success(t('request.done'));
          onClose();
          await refreshTalks();
        }}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => t(`field.${path}` as 'field.message')}
        summaryTitle={t('common:formErrorsTitle')}
        submitText={t('request.submit')}
        extraActions={<Button onClick={onClose}>{t('common:cancel')}</Button>}
      >
        {pair.demandId && pair.achievementId ? null : supplierKinds.includes(kind) ? <OwnAchievement /> : <OwnDemand />}
        <Form.Item name="message" label={t('field.message')} extra={t('request.help')}>
          <LongText autoFocus autoSize={{ minRows: 5, maxRows: 12 }} max={1000} placeholder={t('request.placeholder')} />
        </Form.Item>
      </ZodForm>
    </Modal>
  );
}

function OwnAchievement() {
  const { t } = useTranslation('introductions');
  const { data, isLoading } = useQuery({ queryKey: introductionKeys.own('achievement'), queryFn: getOwnAchievements });
  return (
    <Form.Item name="achievementId" label={t('field.achievementId')}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        loading={isLoading}
        placeholder={t('request.optional')}
        options={data?.map((a) => ({ value: a.id, label: a.title }))}
      />
    </Form.Item>
  );
}

function OwnDemand() {
  const { t } = useTranslation('introductions');
  const { data, isLoading } = useQuery({ queryKey: introductionKeys.own('demand'), queryFn: getOwnDemands });
  return (
    <Form.Item name="demandId" label={t('field.demandId')}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        loading={isLoading}
        placeholder={t('request.optional')}
        options={data?.map((d) => ({ value: d.id, label: d.title }))}
      />
    </Form.Item>
  );
}
