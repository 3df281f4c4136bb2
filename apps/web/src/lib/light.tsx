import type { DeadlineLight } from '@jihui/domain';
import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '@jihui/ui';

/** 红黄绿; its word is `aftercare:light.*`. */
export const lightTone: Record<DeadlineLight, Tone> = { GREEN: 'good', YELLOW: 'attention', RED: 'bad', STOPPED: 'neutral' };

/** A last day with its colour and word. */
export function DueTag({ dueOn, light }: { dueOn: string | null; light: DeadlineLight }) {
  const { t } = useTranslation('aftercare');
  return dueOn ? <StatusTag tone={lightTone[light]}>{light === 'STOPPED' ? dueOn : `${dueOn} · ${t(`light.${light}`)}`}</StatusTag> : null;
}
