import { useTranslation } from 'react-i18next';
import { claimContent } from '@jihui/domain';
import { Facts } from '@jihui/ui';
import { formatMoney } from '../../lib/format.js';

/** What stands in an opened claim. */
export function ClaimContentView({ content }: { content: unknown }) {
  const { t } = useTranslation('challenges');
  const read = claimContent.safeParse(content);
  if (!read.success) return null;
  const c = read.data;
  return (
    <Facts
      items={[
        { label: t('field.summary'), value: <span className="challenge-text">{c.summary}</span> },
        { label: t('field.leader'), value: c.leader },
        {
          label: t('field.partners'),
          value: c.partners.length ? (
            <span className="challenge-text">{c.partners.map((p) => `${p.name}：${p.task}`).join('\n')}</span>
          ) : null,
        },
        {
          label: t('field.targets'),
          value: <span className="challenge-text">{c.targets.map((x) => `${x.indicator}：${x.value || t('unknown')}`).join('\n')}</span>,
        },
        ...c.answers.map((a) => ({ label: a.criterion, value: <span className="challenge-text">{a.text}</span> })),
        { label: t('field.budget'), value: <span className="num">{formatMoney(c.budget)}</span> },
        { label: t('field.months'), value: t('months', { count: c.months }) },
      ]}
    />
  );
}
