import { useQuery } from '@tanstack/react-query';
import { App, Form, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { tierEdit } from '@jihui/domain';
import { ZodForm } from '@jihui/ui';
import { LongText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { OpeningList } from './opening-list.js';
import { OwnerFiles } from './owner-files.js';
import { getOpenings, refreshTiers, savePart, tierKeys, type ConfidentialPart } from './tiers.api.js';

const shownOpenings = 5;
type Props = { part: ConfidentialPart };

/** The owner's side of its confidential part: what it holds, on what terms it opens, who opened it. */
export function OwnerPart({ part, besideText }: Props & { besideText: boolean }) {
  const { t } = useTranslation('tiers');
  return (
    <div className="tier-owner">
      {part.subjectKind === 'ACHIEVEMENT' && !besideText ? (
        <section>
          <h3>{t('own.textOf')}</h3>
          {part.text ? <div className="reading">{part.text}</div> : <p className="muted">{t('own.noText')}</p>}
        </section>
      ) : null}
      <OwnerFiles part={part} />
      <Terms key={part.version} part={part} />
      <Openings part={part} />
    </div>
  );
}

function Terms({ part }: Props) {
  const { t } = useTranslation(['tiers', 'common']);
  const { message } = App.useApp();
  const { subjectKind, subjectId, version, text, approvalRequired, accessMonths, termYears } = part;
  return (
    <section>
      <h3>{t('own.terms')}</h3>
      <ZodForm
        schema={tierEdit}
        keptAs={`confidential-part ${subjectId} ${version}`}
        initialValues={{ subjectKind, subjectId, version, text, approvalRequired, accessMonths, termYears }}
        onSubmit={async (input) => {
          await savePart(input);
          void message.success(t('own.saved'));
          await refreshTiers();
        }}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => t(`field.${path}` as 'field.text')}
        summaryTitle={t('common:formErrorsTitle')}
        submitText={t('own.save')}
      >
        {subjectKind === 'ACHIEVEMENT' ? null : (
          <Form.Item name="text" label={t('own.textOf')} extra={t('own.textHelp')}>
            <LongText autoSize={{ minRows: 3, maxRows: 12 }} max={5000} />
          </Form.Item>
        )}
        <Form.Item
          name="approvalRequired"
          label={t('field.approvalRequired')}
          extra={subjectKind === 'DEMAND' ? t('own.anonymousHint') : undefined}
        >
          <Radio.Group
            className="tier-choice"
            options={[
              { value: true, label: t('own.approve') },
              { value: false, label: t('own.direct') },
            ]}
          />
        </Form.Item>
        <div className="tier-numbers">
          <Form.Item name="accessMonths" label={t('field.accessMonths')}>
            <InputNumber min={1} max={36} precision={0} suffix={t('own.months')} style={{ width: 190 }} />
          </Form.Item>
          <Form.Item name="termYears" label={t('field.termYears')}>
            <InputNumber min={1} max={10} precision={0} suffix={t('own.years')} style={{ width: 190 }} />
          </Form.Item>
        </div>
      </ZodForm>
    </section>
  );
}

function Openings({ part }: Props) {
  const { t } = useTranslation('tiers');
  const { data } = useQuery({
    queryKey: tierKeys.openings('RECEIVED', part.subjectId, 0),
    queryFn: () => getOpenings('RECEIVED', part.subjectId, 1, shownOpenings),
  });
  return (
    <section>
      <h3>{t('own.openings')}</h3>
      {data?.total ? <OpeningList openings={data.items} /> : null}
      {data?.total === 0 ? <p className="muted">{t('own.noOpenings')}</p> : null}
      <Link to={`/ndas?tab=log&subject=${part.subjectId}`}>{t('own.allOpenings')}</Link>
    </section>
  );
}
