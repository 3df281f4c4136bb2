import { App, Form, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FieldAudience, ProfileField, profileEdit, rolesOfPerson, TechField } from '@jihui/domain';
import { ZodForm } from '@jihui/ui';
import { useSession } from '../../app/session.js';
import { LongText, ShortText } from '../../lib/limited-text.js';
import { useRegionOptions } from '../../lib/regions.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { CertificatesEditor } from './certificates-editor.js';
import { LinksInput } from './links-input.js';
import { refreshPeople, saveMine, type MyProfile } from './people.api.js';

const separators = [',', '，', '、', ';', '；'];
const nobody = ProfileField.options.map((field) => ({ field, audience: 'NOBODY' as const }));

/** What a person says of himself, and field by field to whom. */
export function ProfileForm({ profile }: { profile: MyProfile | null }) {
  const { t } = useTranslation(['people', 'codes', 'common']);
  const { message } = App.useApp();
  const { me } = useSession();
  const regions = useRegionOptions();
  const roles = rolesOfPerson(me?.roles ?? []);
  const labelOf = (path: string): string => {
    const [field = '', , part] = path.split('.');
    if (field === 'certificates' && part) return t(`mine.certificate.${part}` as 'mine.certificate.name');
    return t(`mine.${field === 'title' ? 'jobTitle' : field === 'regionCode' ? 'region' : field}` as 'mine.role');
  };
  return (
    <ZodForm
      schema={profileEdit}
      keptAs={`profile ${profile?.version ?? 0}`}
      initialValues={{
        role: profile?.role ?? roles[0],
        title: profile?.title,
        regionCode: profile?.regionCode,
        techFields: profile?.techFields ?? [],
        keywords: profile?.keywords ?? [],
        intro: profile?.intro,
        certificates: profile?.certificates ?? [],
        links: profile?.linkedItems ?? [],
        audiences: profile?.audienceOfFields ?? nobody,
      }}
      onSubmit={async (input) => {
        await saveMine(profile?.version ?? 0, input);
        void message.success(t(profile?.status === 'PUBLISHED' ? 'mine.savedLive' : 'mine.saved'));
        await refreshPeople();
      }}
      refusalOf={refusalOf}
      sentenceOf={issueSentence}
      labelOf={labelOf}
      summaryTitle={t('common:formErrorsTitle')}
      submitText={t('mine.save')}
    >
      <Form.Item name="role" label={t('mine.role')}>
        <Radio.Group options={roles.map((value) => ({ value, label: t(`role.${value}`) }))} />
      </Form.Item>
      <Form.Item name="title" label={t('mine.jobTitle')}>
        <ShortText max={30} style={{ maxWidth: 360 }} />
      </Form.Item>
      <Form.Item name="regionCode" label={t('mine.region')}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={regions} style={{ maxWidth: 360 }} />
      </Form.Item>
      <Form.Item name="techFields" label={t('mine.techFields')}>
        <Select
          mode="multiple"
          maxCount={5}
          optionFilterProp="label"
          options={TechField.options.map((value) => ({ value, label: t(`codes:techField.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="keywords" label={t('mine.keywords')} extra={t('mine.keywordsHelp')}>
        <Select mode="tags" open={false} suffixIcon={null} maxCount={15} tokenSeparators={separators} />
      </Form.Item>
      <Form.Item name="intro" label={t('mine.intro')} extra={t('mine.introHelp')}>
        <LongText autoSize={{ minRows: 3, maxRows: 10 }} max={1000} counted />
      </Form.Item>
      <CertificatesEditor />
      <Form.Item name="links" label={t('mine.links')} extra={t('mine.linksHelp')}>
        <LinksInput />
      </Form.Item>
      <h2 className="panel-title" style={{ margin: '20px 0 8px' }}>
        {t('mine.audiences')}
      </h2>
      <div className="profile-audiences">
        {ProfileField.options.map((field, index) => (
          <Form.Item key={field} name={['audiences', index, 'audience']} label={t(`mine.field.${field}`)}>
            <Radio.Group
              optionType="button"
              options={FieldAudience.options.map((value) => ({ value, label: t(`mine.audience.${value}`) }))}
            />
          </Form.Item>
        ))}
      </div>
    </ZodForm>
  );
}
