import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { graphql } from '@jihui/gql';
import { Panel } from '@jihui/ui';
import { request } from '../../lib/api.js';
import { day } from '../../lib/format.js';

const Mine = graphql(`
  query MyOmissions($page: PageInput!) {
    myOmissions(page: $page) {
      total
      items {
        id
        sellerName
        buyerName
        reason
        statedByOrganisationName
        createdAt
      }
    }
  }
`);

/** To a broker: the contracts of parties it has brought together which do not name it, and what the parties say about that. */
export function OmissionsPanel() {
  const { t } = useTranslation('introductions');
  const { data } = useQuery({ queryKey: ['introductions', 'omissions'], queryFn: async () => (await request(Mine, { page: { page: 1, size: 20 } })).myOmissions });
  if (!data?.items.length) return null;
  return (
    <Panel title={t('omissions.title', { count: data.total })}>
      <p className="muted">{t('omissions.about')}</p>
      <ul className="introductions">
        {data.items.map((o) => (
          <li key={o.id} className="introduction">
            <strong>{t('omissions.between', { seller: o.sellerName, buyer: o.buyerName })}</strong>
            <div>{t('omissions.reason', { reason: o.reason })}</div>
            <div className="muted num">{t('omissions.by', { by: o.statedByOrganisationName, day: day(o.createdAt) })}</div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
