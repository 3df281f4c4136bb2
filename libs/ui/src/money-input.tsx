import { Input } from 'antd';
import { useState } from 'react';
import { fenOfWanYuan, formatYuan, wanYuanOf } from '@jihui/domain';

type Props = { id?: string; value?: string | null; onChange?: (fen: string | null) => void; unit?: string; exact?: (fen: string) => string; disabled?: boolean; status?: 'error'; 'aria-label'?: string };

/** An amount typed in 万元, kept as whole fen. What cannot be read stays as typed, so that nothing is lost and the check can name it. */
export function MoneyInput({ value, onChange, unit = '万元', exact = formatYuan, ...rest }: Props) {
  const [text, setText] = useState<string | null>(null);
  const shown = text ?? (value && /^\d+$/.test(value) ? wanYuanOf(value) : (value ?? ''));
  const readable = value && /^\d+$/.test(value);
  return (
    <Input
      {...rest}
      inputMode="decimal"
      value={shown}
      suffix={unit}
      title={readable ? exact(value) : undefined}
      onChange={(e) => {
        setText(e.target.value);
        onChange?.(e.target.value.trim() === '' ? null : (fenOfWanYuan(e.target.value) ?? e.target.value));
      }}
      onBlur={() => setText(null)}
    />
  );
}
