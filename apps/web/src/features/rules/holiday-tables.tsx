import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, InputNumber, Select, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { Certainty, holidayCsv, holidayImport, shanghaiDay } from '@jihui/domain';
import { Loading, Panel, ZodForm } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { queryClient } from '../../lib/api.js';
import { certaintyWord, markOf } from '../../lib/explained.js';
import { CertaintyTag } from '../../lib/explained-lines.js';
import { ShortText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { textOfFile } from '../../lib/text-of-file.js';
import { getYears, importHolidays, type WorkingDayYear } from './rules.api.js';

/** The holiday tables by year, and the import of the next one. */
export function HolidayTables({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation('rules');
  const { data, error, refetch } = useQuery({ queryKey: ['working-day-years'], queryFn: getYears });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={6} />;
  const next = Number(shanghaiDay(new Date()).slice(0, 4)) + 1;
  return (
    <>
      {data.some((y) => y.year === next) ? null : (
        <Alert type="warning" showIcon title={t('calendar.missing', { year: next })} style={{ marginBottom: 16 }} />
      )}
      {mayEdit ? <ImportForm year={next} /> : null}
      {data.map((year) => (
        <Year key={year.id} year={year} />
      ))}
    </>
  );
}

function Year({ year }: { year: WorkingDayYear }) {
  const { t } = useTranslation('rules');
  const days = (works: boolean) => year.days.filter((d) => d.works === works).map((d) => `${d.day.slice(5)} ${d.name}`);
  const href = `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${holidayCsv(year.days)}`)}`;
  return (
    <Panel
      title={t('calendar.year', { year: year.year })}
      extra={
        <a href={href} download={`${t('calendar.file', { year: year.year })}.csv`}>
          {t('calendar.download')}
        </a>
      }
    >
      <p>
        <CertaintyTag certainty={year.certainty} /> {year.basis}
      </p>
      <p style={{ overflowWrap: 'anywhere' }}>
        <strong>{t('calendar.holidays')}</strong> <span className="num">{days(false).join('、')}</span>
      </p>
      <p style={{ overflowWrap: 'anywhere', marginBottom: 0 }}>
        <strong>{t('calendar.worked')}</strong> <span className="num">{days(true).join('、')}</span>
      </p>
    </Panel>
  );
}

function ImportForm({ year }: { year: number }) {
  const { t } = useTranslation('rules');
  const { message } = App.useApp();
  const [form] = Form.useForm();
  const read = async (file: File) => form.setFieldValue('csv', await textOfFile(file));
  return (
    <Panel title={t('calendar.import')}>
      <ZodForm
        form={form}
        schema={holidayImport}
        keptAs={`holidays ${year}`}
        emptiesWhenSent
        initialValues={{ year, csv: '', basis: t('calendar.basisOf', { year }), certainty: 'PROBABLE' }}
        onSubmit={async (input) => {
          await importHolidays(input);
          await queryClient.invalidateQueries();
          void message.success(t('calendar.done', { year: input.year }));
        }}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => (path.startsWith('csv.') ? t('calendar.lineNo', { n: path.slice(4) }) : t(`calendar.field.${path}` as 'calendar.field.csv'))}
        summaryTitle={t('calendar.wrong')}
        submitText={t('calendar.submit')}
        extraActions={
          <Upload accept=".csv,.txt" showUploadList={false} beforeUpload={(file) => {
              void read(file);
              return false;
            }}>
            <Button>{t('calendar.choose')}</Button>
          </Upload>
        }
      >
        <div className="form-columns">
          <Form.Item name="year" label={t('calendar.field.year')}>
            <InputNumber precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="certainty" label={t('calendar.field.certainty')}>
            <Select options={Certainty.options.map((value) => ({ value, label: `${markOf(value)} · ${certaintyWord(value)}` }))} />
          </Form.Item>
        </div>
        <Form.Item name="basis" label={t('calendar.field.basis')}>
          <ShortText max={500} />
        </Form.Item>
        <Form.Item name="csv" label={t('calendar.field.csv')} extra={t('calendar.csvHelp')}>
          <Input.TextArea autoSize={{ minRows: 5, maxRows: 20 }} placeholder={t('calendar.csvExample')} />
        </Form.Item>
      </ZodForm>
    </Panel>
  );
}
