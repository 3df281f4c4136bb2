import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { trlLevels, trlWord } from '../../lib/trl.js';

type Props = { id?: string; value?: number | null; onChange?: (level: number | null) => void };

/** The nine levels with the evidence that each one takes. */
export function TrlPicker({ id, value, onChange }: Props) {
  const { t, i18n } = useTranslation('achievements');
  const hint = (level: number): string => (i18n.t as (key: string) => string)(`achievements:trlHint.${level}`);
  return (
    <Select
      id={id}
      allowClear
      value={value ?? undefined}
      onChange={(level: number | undefined) => onChange?.(level ?? null)}
      options={trlLevels.map((level) => ({ value: level, label: t('page.trlWord', { level, word: trlWord(level) }) }))}
      optionRender={({ value: level, label }) => (
        <div>
          <div>{label}</div>
          <div className="muted" style={{ fontSize: 13, whiteSpace: 'normal' }}>
            {hint(Number(level))}
          </div>
        </div>
      )}
      listHeight={480}
    />
  );
}
