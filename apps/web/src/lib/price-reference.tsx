import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { classOfModes, leastForPrices, type PriceQuestion, type TechField, type TransferMode } from '@jihui/domain';
import { graphql } from '@jihui/gql';
import { useSession } from '../app/session.js';
import { request } from './api.js';
import { formatMoney } from './format.js';

const Reference = graphql(`
  query PriceReference($question: PriceQuestionInput!) {
    priceReference(question: $question) {
      contracts
      low
      median
      high
      contractClass
      trlStep
    }
  }
`);
const ask = async (question: PriceQuestion) => (await request(Reference, { question })).priceReference;

type Props = { techField?: TechField | null | undefined; transferModes?: readonly TransferMode[] | null | undefined; trl?: number | null | undefined };

/** What registered contracts like this one were worth, for members; where there are too few, it says so. */
export function PriceReference({ techField, transferModes, trl }: Props) {
  const { t } = useTranslation(['priceReference', 'codes']);
  const { me } = useSession();
  const contractClass = classOfModes(transferModes ?? []);
  const question = techField ? { techField, contractClass, trl: trl ?? null } : null;
  const { data } = useQuery({ queryKey: ['priceReference', question], queryFn: () => (question ? ask(question) : null), enabled: Boolean(me && question), staleTime: 300_000 });
  if (!me || !techField || data === undefined) return null;
  const field = t(`codes:techField.${techField}`);
  if (!data) return <p className="muted price-reference">{t('tooFew', { field, ...leastForPrices })}</p>;
  const of = [field, data.contractClass ? t(`codes:contractClass.${data.contractClass}`) : t('allModes'), data.trlStep ? t(`step.${data.trlStep}`) : ''].filter(Boolean).join(' · ');
  const register = `/register?field=${techField}${data.contractClass ? `&class=${data.contractClass}` : ''}`;
  return (
    <div className="price-reference">
      <div>
        {t('of', { of })}
        <Link to={register}>{t('contracts', { count: data.contracts })}</Link>
      </div>
      <div className="num">
        <strong>{t('median', { amount: formatMoney(data.median) })}</strong>
        {t('middle', { low: formatMoney(data.low), high: formatMoney(data.high) })}
      </div>
      <div className="muted">{t(data.trlStep || !trl ? 'note' : 'noteWider')}</div>
    </div>
  );
}
