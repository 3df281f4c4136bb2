import { Button, Flex, Select } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { IndicatorOp, issuesOf, readingCorrection, type JudgedReading, type ReadingCorrection } from '@jihui/domain';
import { ShortText } from '../limited-text.js';
import { issueSentence } from '../sentences.js';

type Said = Omit<ReadingCorrection, 'key'>;
type Props = { reading: JudgedReading; isSaving: boolean; onSave: (said: Said) => void };
const compared = IndicatorOp.exclude(['TEXT']).options;
type Change = 'NONE' | 'UP' | 'DOWN';

/** One reading put right. No form element: it stands inside the form of the record, which the enter key must not send. */
export function ReadingForm({ reading: { key, indicator }, isSaving, onSave }: Props) {
  const { t } = useTranslation(['readings', 'codes']);
  const [name, setName] = useState(indicator?.name ?? '');
  const [op, setOp] = useState(indicator?.op ?? 'GE');
  const [value, setValue] = useState(
    indicator ? (indicator.high === null ? String(indicator.low) : `${indicator.low}-${indicator.high}`) : '',
  );
  const [unit, setUnit] = useState(indicator?.unit ?? '');
  const [change, setChange] = useState<Change>(indicator?.change ?? 'NONE');
  const [faults, setFaults] = useState<string[]>([]);
  const save = () => {
    const said = { key, state: 'CORRECTED', indicator: { name, op, value, unit }, change: change === 'NONE' ? null : change };
    const checked = readingCorrection.safeParse(said, { reportInput: true });
    setFaults(checked.success ? [] : issuesOf(checked.error).map(issueSentence));
    if (checked.success) onSave(checked.data);
  };
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    save();
  };
  return (
    <div className="reading-form">
      <Flex gap={8} wrap>
        <ShortText
          aria-label={t('form.name')}
          placeholder={t('form.name')}
          value={name}
          onChange={(e) => setName(e.target.value)}
          onKeyDown={onEnter}
          max={40}
          style={{ flex: '3 1 150px' }}
        />
        <Select<Change>
          aria-label={t('form.change')}
          value={change}
          onChange={setChange}
          options={(['NONE', 'UP', 'DOWN'] as const).map((c) => ({ value: c, label: t(`change.${c}`) }))}
          style={{ flex: '1 1 90px' }}
        />
        <Select<typeof op>
          aria-label={t('form.op')}
          value={op}
          onChange={setOp}
          options={compared.map((o) => ({ value: o, label: t(`codes:indicatorOp.${o}`) }))}
          style={{ flex: '1 1 84px' }}
        />
        <ShortText
          aria-label={t('form.value')}
          placeholder={t('form.value')}
          value={value}
          onChange={(e) => setValue(e.target.value)}
          onKeyDown={onEnter}
          max={60}
          style={{ flex: '1 1 90px' }}
        />
        <ShortText
          aria-label={t('form.unit')}
          placeholder={t('form.unit')}
          value={unit}
          onChange={(e) => setUnit(e.target.value)}
          onKeyDown={onEnter}
          max={20}
          style={{ flex: '1 1 80px' }}
        />
        <Button type="primary" loading={isSaving} onClick={save}>
          {t('form.save')}
        </Button>
      </Flex>
      {faults.length ? (
        <p role="alert" style={{ color: '#b42318', margin: '6px 0 0' }}>
          {faults.join('；')}
        </p>
      ) : null}
    </div>
  );
}
