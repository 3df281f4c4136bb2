import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { DistributionDraft } from '@jihui/domain';
import { Loading, PageFrame } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { RewardForm, type RewardDraftValues } from './reward-form.js';
import { draftDistribution, editDistribution, getDistribution, getReceived, refreshRewards, rewardKeys, type Distribution } from './rewards.api.js';

const completersOf = (d: Distribution) => d.shares.map(({ name, shareBp }) => ({ name, shareBp }));

function valuesOf(d: Distribution): RewardDraftValues {
  const { mode, income, deductions, inHenan, agreedBp, receivedOn, decidedBy, decidedOn, includesHead, contractId } = d;
  return { contractId, decidedBy, decidedOn, includesHead, reward: { mode, income, deductions, inHenan, agreedBp, receivedOn, completers: completersOf(d) } };
}

/** 奖酬分配: of an income that has come in, new or corrected after an objection. */
export function RewardFormPage() {
  const { t } = useTranslation('aftercare');
  const { id } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  usePageTitle(t('reward.form'));
  const old = useQuery({ queryKey: rewardKeys.one(id ?? ''), queryFn: () => getDistribution(id ?? ''), enabled: Boolean(id) });
  const contractId = old.data?.contractId ?? params.get('contract') ?? '';
  const contract = useQuery({ queryKey: rewardKeys.received(contractId), queryFn: () => getReceived(contractId), enabled: contractId !== '' });
  const error = old.error ?? contract.error;
  if (error) return <FailedToLoad error={error} retry={() => void contract.refetch()} />;
  if (!contract.data || (id && !old.data)) return <Loading rows={8} />;
  const received = contract.data.receipts.filter((r) => !r.voidedAt).map((r) => r.receivedOn).sort();
  const values: RewardDraftValues = old.data
    ? valuesOf(old.data)
    : { contractId, includesHead: false, reward: { mode: 'TRANSFER', income: contract.data.income?.received, deductions: [], inHenan: true, agreedBp: null, receivedOn: received.at(-1), completers: [{ name: '', shareBp: 10_000 }] } };
  const save = async (input: DistributionDraft) => {
    const saved = old.data ? await editDistribution(old.data, input) : await draftDistribution(input);
    await refreshRewards();
    await navigate(`/rewards/${saved}`);
  };
  return (
    <PageFrame
      title={t('reward.form')}
      crumbs={[{ title: t('reward.title'), href: '/rewards' }, { title: contract.data.registrationNo ?? contract.data.title, href: `/contracts/${contractId}?tab=money` }, { title: t('reward.form') }]}
      link={(href, title) => <Link to={href}>{title}</Link>}
      meta={contract.data.title}
    >
      <RewardForm initial={values} keptAs={`${contractId} ${old.data?.version ?? contract.data.income?.received ?? ''}`} onSave={save} />
    </PageFrame>
  );
}
