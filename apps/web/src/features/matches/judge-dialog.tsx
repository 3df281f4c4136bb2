import { Button, Form, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { DeclineReason, FitReason, matchJudgement, type MatchVerdict } from '@jihui/domain';
import { ZodForm } from '@jihui/ui';
import { LongText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { judgeMatch } from './judgements.api.js';
import type { Match } from './matches.api.js';

type Props = { match: Pick<Match, 'demandId' | 'achievementId'>; verdict: MatchVerdict; onClose: () => void };

/** Why a match fits or does not: one reason, and words where they help. It is a label for the next model, and advice for the owner. */
export function JudgeDialog({ match: { demandId, achievementId }, verdict, onClose }: Props) {
  const { t } = useTranslation(['matches', 'common', 'introductions']);
  const declines = verdict === 'DECLINED';
  return (
    <Modal open title={t(`judge.${verdict}.title`)} footer={null} onCancel={onClose} width={560} destroyOnHidden>
      <p className="muted">{t(`judge.${verdict}.hint`)}</p>
      <ZodForm
        schema={matchJudgement}
        keptAs={`judgement ${demandId} ${achievementId} ${verdict}`}
        initialValues={{ demandId, achievementId, verdict, note: '' }}
        onSubmit={async (input) => {
          await judgeMatch(input);
          onClose();
        }}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => (path === 'note' ? t('judge.note') : t('judge.reason'))}
        summaryTitle={t('common:formErrorsTitle')}
        submitText={t(`judge.${verdict}.submit`)}
        extraActions={<Button onClick={onClose}>{t('common:cancel')}</Button>}
      >
        {declines ? (
          <Form.Item name="declineReason" label={t('judge.reason')}>
            <Radio.Group
              className="match-reasons"
              options={DeclineReason.options.map((value) => ({ value, label: t(`introductions:reason.${value}`) }))}
            />
          </Form.Item>
        ) : (
          <Form.Item name="fitReason" label={t('judge.reason')}>
            <Radio.Group
              className="match-reasons"
              options={FitReason.options.map((value) => ({ value, label: t(`fitReason.${value}`) }))}
            />
          </Form.Item>
        )}
        <Form.Item name="note" label={t('judge.note')}>
          <LongText rows={2} max={500} />
        </Form.Item>
      </ZodForm>
    </Modal>
  );
}
