import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, type ResultOf } from '@jihui/gql';
import { ReasonDialog } from '@jihui/ui';
import { request } from '../../lib/api.js';
import { day } from '../../lib/format.js';
import { errorSentence, issueSentence, refusalOf } from '../../lib/sentences.js';
import { contractKeys, refreshAll, type Contract } from './contracts.api.js';

const Questions = graphql(`
  query BrokerQuestions($contractId: ID!) {
    brokerQuestions(contractId: $contractId) {
      brokerId
      brokerName
      since
      about
      isNamed
      omission {
        reason
        statedByOrganisationName
        createdAt
      }
    }
  }
`);
const Name = graphql(
  'mutation NameBroker($id: ID!, $version: Int!, $brokerId: ID!) { nameBroker(id: $id, version: $version, brokerId: $brokerId) { id } }',
);
const Explain = graphql('mutation ExplainBrokerOmission($input: BrokerOmissionInput!) { explainBrokerOmission(input: $input) { id } }');
type Question = ResultOf<typeof Questions>['brokerQuestions'][number];

/** Whoever has brought the parties together stands in the contract, or it is said why not: asked of the parties, shown to the branch. */
export function BrokerQuestions({ contract }: { contract: Contract }) {
  const { data } = useQuery({
    queryKey: [...contractKeys.one(contract.id), 'brokers'],
    queryFn: async () => (await request(Questions, { contractId: contract.id })).brokerQuestions,
  });
  return (data ?? []).filter((q) => !q.isNamed).map((q) => <BrokerAsked key={q.brokerId} contract={contract} question={q} />);
}

function BrokerAsked({ contract, question: q }: { contract: Contract; question: Question }) {
  const { t } = useTranslation(['contracts', 'common']);
  const { message } = App.useApp();
  const [isExplaining, setExplaining] = useState(false);
  const name = useMutation({
    mutationFn: () => request(Name, { id: contract.id, version: contract.version, brokerId: q.brokerId }),
    onSuccess: () => void message.success(t('broker.named')),
    onError: (error) => void message.error(errorSentence(error)),
    onSettled: () => refreshAll(),
  });
  const mayEdit = contract.availableActions.includes('edit');
  const facts = t('broker.facts', { broker: q.brokerName, day: day(q.since), about: q.about ?? '' });
  if (q.omission) {
    const { reason, statedByOrganisationName, createdAt } = q.omission;
    return (
      <Alert
        type="info"
        showIcon
        style={{ marginBottom: 16 }}
        title={t('broker.omitted', { broker: q.brokerName })}
        description={`${facts}${t('broker.reason', { by: statedByOrganisationName, day: day(createdAt), reason })}`}
      />
    );
  }
  return (
    <>
      <Alert
        type="warning"
        showIcon
        style={{ marginBottom: 16 }}
        title={t('broker.asked', { broker: q.brokerName })}
        description={
          <>
            <p>{`${facts}${t('broker.law')}`}</p>
            {mayEdit ? (
              <Flex gap={8} wrap>
                <Button type="primary" size="small" loading={name.isPending} onClick={() => name.mutate()}>
                  {t('broker.name')}
                </Button>
                <Button size="small" onClick={() => setExplaining(true)}>
                  {t('broker.explain')}
                </Button>
              </Flex>
            ) : null}
          </>
        }
      />
      <ReasonDialog
        open={isExplaining}
        keptAs={`broker ${contract.id} ${q.brokerId}`}
        title={t('broker.explainTitle', { broker: q.brokerName })}
        label={t('broker.explainLabel')}
        hint={t('broker.explainHint')}
        okText={t('broker.explainOk')}
        cancelText={t('common:cancel')}
        sentenceOf={issueSentence}
        refusalOf={refusalOf}
        onCancel={() => setExplaining(false)}
        onOk={async (reason) => {
          await request(Explain, { input: { contractId: contract.id, brokerId: q.brokerId, reason } });
          setExplaining(false);
          await refreshAll();
        }}
      />
    </>
  );
}
