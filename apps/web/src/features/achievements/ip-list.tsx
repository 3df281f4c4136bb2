import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { parsePatentNumber, patentExpiryYear, type AchievementInput } from '@jihui/domain';

type Right = AchievementInput['ipRights'][number];

/** The rights of an achievement; a patent's filing year and expiry follow from its number. */
export function IpList({ rights }: { rights: readonly Right[] }) {
  const { t } = useTranslation(['achievements', 'codes']);
  const years = ({ number }: Right) => {
    const patent = number ? parsePatentNumber(number) : null;
    if (!patent) return null;
    const year = patentExpiryYear(patent);
    return t(year < new Date().getFullYear() ? 'ip.yearsPast' : 'ip.years', { filed: patent.filingYear, expiry: year });
  };
  if (!rights.length) return <span className="muted">{t('page.noIp')}</span>;
  return (
    <>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 12 }}>
        {rights.map((right, n) => (
          <li key={n}>
            <div>
              <Tag style={{ marginInlineEnd: 8 }}>{t(`codes:ipKind.${right.kind}`)}</Tag>
              {right.title}
            </div>
            <div className="muted num" style={{ fontSize: 13 }}>
              {[right.number, t(`codes:ipStatus.${right.status}`), years(right)].filter(Boolean).join(' · ')}
            </div>
          </li>
        ))}
      </ul>
      {rights.some((r) => years(r)) ? (
        <p className="muted" style={{ fontSize: 13, margin: '12px 0 0' }}>
          {t('ip.basis')}
        </p>
      ) : null}
    </>
  );
}
