import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Loading } from '@jihui/ui';
import { FailedToLoad } from '../app/error-page.js';
import { ChangePage } from '../features/contract-matters/change-page.js';
import { contentOf } from '../features/contracts/contract-content.js';
import { ContractFields } from '../features/contracts/contract-fields.js';
import { contractKeys, getContract } from '../features/contracts/contracts.api.js';
import { PartySelect } from '../features/contracts/party-select.js';

const nothing = () => undefined;

/** The form of a change: the contract's own fields, filled with what is registered. */
export function ContractChangePage() {
  const { t } = useTranslation(['contracts', 'aftercare']);
  const { id = '' } = useParams();
  const { data: c, error, refetch } = useQuery({ queryKey: contractKeys.one(id), queryFn: () => getContract(id) });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!c) return <Loading rows={10} />;
  const parties = (
    <div className="form-columns">
      <Form.Item name="buyerId" label={t('field.buyerId')} extra={t('aftercare:change.now', { name: c.buyer.name })}>
        <PartySelect role="side" except={c.seller.id} />
      </Form.Item>
      <Form.Item name="brokerId" label={t('field.brokerId')} extra={c.broker ? t('aftercare:change.now', { name: c.broker.name }) : undefined}>
        <PartySelect role="broker" except="" />
      </Form.Item>
    </div>
  );
  return (
    <ChangePage
      contract={{ id: c.id, version: c.version, title: c.title, registrationNo: c.registrationNo }}
      content={contentOf(c)}
      fields={<ContractFields onFill={nothing} />}
      parties={parties}
      fieldLabel={(path) => t(`field.${path.split('.')[0] ?? ''}` as 'field.title')}
    />
  );
}
