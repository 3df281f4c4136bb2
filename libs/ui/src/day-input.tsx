import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { KeyboardEvent } from 'react';
import 'dayjs/locale/zh-cn.js';

type Props = { id?: string; value?: string | null; onChange?: (day: string | null) => void; disabled?: boolean; placeholder?: string; 'aria-label'?: string };

/** Enter takes what was typed into a picker; the form around it is not sent by it. */
export const takeOnly = (event: KeyboardEvent): void => {
  if (event.key === 'Enter') event.preventDefault();
};

/** A calendar day as YYYY-MM-DD, typed or picked; it has no time and no zone. */
export function DayInput({ value, onChange, ...rest }: Props) {
  const day = value ? dayjs(value, 'YYYY-MM-DD') : null;
  return (
    <div onKeyDown={takeOnly}>
      <DatePicker
        {...rest}
        value={day?.isValid() ? day : null}
        onChange={(picked) => onChange?.(picked ? picked.format('YYYY-MM-DD') : null)}
        format="YYYY-MM-DD"
        style={{ width: '100%' }}
      />
    </div>
  );
}
