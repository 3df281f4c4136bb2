import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { usccHint } from './uscc-hint.js';

const colors = { muted: '#4b5565', bad: '#b42318', good: '#2b7a4b' } as const;
type Props = { id?: string; value?: string; onChange?: (value: string) => void; disabled?: boolean };

/** A 统一社会信用代码, checked as it is typed: full-width and small letters become what the certificate shows. */
export function UsccInput({ id, value = '', onChange, disabled }: Props) {
  const { t } = useTranslation('organisations');
  const hint = usccHint(value);
  // The form's own sentence says the same.
  const isSaid = Form.Item.useStatus().status === 'error' && hint.tone === 'bad';
  return (
    <>
      <Input
        id={id}
        value={value}
        disabled={disabled}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={id ? `${id}_hint` : undefined}
        className="num"
        onChange={(e) => onChange?.(e.target.value.normalize('NFKC').replace(/\s/g, '').toUpperCase())}
      />
      <div id={id ? `${id}_hint` : undefined} role="status" style={{ color: colors[hint.tone], fontSize: 13, marginTop: 2 }}>
        {isSaid ? null : t(`uscc.${hint.word}`, { count: hint.count })}
      </div>
    </>
  );
}
