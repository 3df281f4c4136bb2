import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { takeOnly } from './day-input.js';

type Props = { id?: string; value?: string | null; onChange?: (at: string | null) => void };

/** A minute in Shanghai's time, whatever the device's zone is. */
export function MomentInput({ id, value, onChange }: Props) {
  const at = value ? dayjs(value.slice(0, 16)) : null;
  return (
    <div onKeyDown={takeOnly}>
      <DatePicker
        {...(id ? { id } : {})}
        showTime={{ format: 'HH:mm' }}
        format="YYYY-MM-DD HH:mm"
        value={at?.isValid() ? at : null}
        onChange={(picked) => onChange?.(picked ? `${picked.format('YYYY-MM-DDTHH:mm:00')}+08:00` : null)}
        style={{ width: '100%' }}
      />
    </div>
  );
}
