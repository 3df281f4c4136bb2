import { Input } from 'antd';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';

type Limited<P> = Omit<P, 'maxLength' | 'showCount' | 'count'> & {
  /** As many characters as the schema takes. */
  max: number;
  /** Counts from the first character on; otherwise from four fifths of the limit. */
  counted?: boolean;
};

/** A line of text with a limit. What is typed or pasted beyond it stays, is counted and named: cut, it would be lost unseen. */
export function ShortText({ max, counted, ...rest }: Limited<ComponentProps<typeof Input>>) {
  return (
    <>
      <Input {...rest} {...limitOf(rest.value, max, counted)} />
      <Room value={rest.value} max={max} counted={counted} />
    </>
  );
}

/** The same for a longer text. */
export function LongText({ max, counted, ...rest }: Limited<ComponentProps<typeof Input.TextArea>>) {
  return (
    <>
      <Input.TextArea {...rest} {...limitOf(rest.value, max, counted)} />
      <Room value={rest.value} max={max} counted={counted} />
    </>
  );
}

const lengthOf = (value: unknown): number => (typeof value === 'string' ? value.length : 0);

function limitOf(value: unknown, max: number, counted = false) {
  return { ...(counted ? { count: { show: true, max } } : {}), ...(lengthOf(value) > max ? { status: 'error' as const, 'aria-invalid': true } : {}) };
}

/** How much room is left, when it gets narrow, and what is too much. */
function Room({ value, max, counted }: { value: unknown; max: number; counted?: boolean }) {
  const { t } = useTranslation('common');
  const length = lengthOf(value);
  const room = !counted && length >= max * 0.8 ? t('textRoom', { length, max }) : null;
  if (length > max)
    return (
      <div role="status" className="text-limit text-over num">
        {[room, t('textOver', { over: length - max })].filter(Boolean).join(' · ')}
      </div>
    );
  return room ? <div className="text-limit muted num">{room}</div> : null;
}
