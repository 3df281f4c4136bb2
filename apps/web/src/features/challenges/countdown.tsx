import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '@jihui/ui';
import { moment } from '../../lib/format.js';

/** The time that is left by the server's clock: a wrong clock in the reader's device makes no difference. */
export function Countdown({ until, serverTime, askedAt }: { until: string; serverTime: string; askedAt: number }) {
  const { t } = useTranslation('challenges');
  const [now, setNow] = useState(askedAt);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const left = Math.floor((Date.parse(until) - Date.parse(serverTime) - Math.max(0, now - askedAt)) / 1000);
  const pad = (n: number) => String(n).padStart(2, '0');
  const clock = `${pad(Math.floor((left % 86_400) / 3600))}:${pad(Math.floor((left % 3600) / 60))}:${pad(left % 60)}`;
  const text = left < 0 ? t('countdown.over') : t('countdown.left', { days: Math.floor(left / 86_400), clock });
  return (
    <span className="num" title={t('countdown.until', { moment: moment(until) })}>
      <StatusTag tone={left < 0 ? 'neutral' : left < 3 * 86_400 ? 'attention' : 'good'}>{text}</StatusTag>
    </span>
  );
}
