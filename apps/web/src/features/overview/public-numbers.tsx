import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { count, moment } from '../../lib/format.js';
import { exactMoney, money } from '../../lib/money.js';
import type { PublicNumber } from './overview.api.js';

/** Numbers that open to the records that they count; the definition is read out and shown on hover. */
export function PublicNumbers({ numbers, title }: { numbers: readonly PublicNumber[]; title?: string }) {
  const { t } = useTranslation('overview');
  const [first] = numbers;
  return (
    <section aria-label={title ?? t('numbersTitle')} className="numbers-section">
      {title ? <h2 className="home-heading">{title}</h2> : null}
      <div className="numbers">
        {numbers.map(({ code, value, unit, link }) => (
          <Link key={code} to={link} className="number" title={`${t(`metric.${code}.definition`)}${unit === 'FEN' ? ` (${exactMoney(value)})` : ''}`}>
            <span className="number-value num">{unit === 'FEN' ? money(value) : `${count(Number(value))} ${t(`metric.${code}.unit`)}`}</span>
            <span className="number-name">{t(`metric.${code}.name`)}</span>
          </Link>
        ))}
        {first ? <span className="numbers-asof">{t('asOf', { time: moment(first.asOf) })} · <Link to="/metrics" style={{ textDecoration: 'underline' }}>{t('metrics.link')}</Link></span> : null}
      </div>
    </section>
  );
}
