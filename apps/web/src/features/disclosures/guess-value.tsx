import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { achievementLimits, IndustryChain, ipRight, TechField, teamMember, type GuessField } from '@jihui/domain';
import { trlLevels, trlWord } from '../../lib/trl.js';
import { indicatorLine } from './disclosure-content.js';

type Props = { field: GuessField; value: unknown; label: string; onChange: (value: unknown) => void };
const long: readonly GuessField[] = ['summary', 'advantages', 'evidence', 'deliverables', 'trlEvidence'];
const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const isLimited = (field: GuessField): field is keyof typeof achievementLimits & GuessField => field in achievementLimits;

/** A guessed value, to be changed before it is taken; numbers of rights and readings are taken as they are or not at all. */
export function GuessValue({ field, value, label, onChange }: Props) {
  const { t } = useTranslation(['disclosures', 'codes']);
  if (field === 'ipRight' || field === 'teamMember' || field === 'indicator') return <GuessWords field={field} value={value} />;
  if (field === 'keywords') {
    return (
      <Select
        mode="tags"
        open={false}
        suffixIcon={null}
        aria-label={label}
        value={Array.isArray(value) ? value : []}
        onChange={onChange}
        style={{ width: '100%' }}
        tokenSeparators={['，', ',', '；', ';', '、']}
      />
    );
  }
  if (field === 'techField' || field === 'chain' || field === 'trl') {
    const options =
      field === 'techField'
        ? TechField.options.map((code) => ({ value: code, label: t(`codes:techField.${code}`) }))
        : field === 'chain'
          ? IndustryChain.options.map((code) => ({ value: code, label: t(`codes:chain.${code}`) }))
          : trlLevels.map((level) => ({ value: level, label: t('trl', { level, word: trlWord(level) }) }));
    return (
      <Select<unknown> aria-label={label} value={value} onChange={onChange} options={options} style={{ width: '100%', maxWidth: 360 }} />
    );
  }
  const count = isLimited(field) ? { show: true, max: achievementLimits[field] } : undefined;
  if (!long.includes(field))
    return <Input aria-label={label} value={asText(value)} onChange={(e) => onChange(e.target.value)} count={count} />;
  return (
    <Input.TextArea
      aria-label={label}
      value={asText(value)}
      onChange={(e) => onChange(e.target.value)}
      autoSize={{ minRows: 2, maxRows: 12 }}
      count={count}
      style={{ marginBottom: count ? 22 : 0 }}
    />
  );
}

/** The same as words. */
export function GuessWords({ field, value }: { field: GuessField; value: unknown }) {
  const { t } = useTranslation(['disclosures', 'codes']);
  const right = ipRight.safeParse(value).data;
  if (field === 'ipRight' && right)
    return (
      <span className="num">
        {[t(`codes:ipKind.${right.kind}`), right.number, right.title, t(`codes:ipStatus.${right.status}`)].filter(Boolean).join('　')}
      </span>
    );
  if (field === 'teamMember') {
    const member = teamMember.safeParse(value).data;
    return <span>{[member?.name, member?.title].filter(Boolean).join(' ')}</span>;
  }
  if (field === 'indicator') return <span className="num">{indicatorLine(value)}</span>;
  if (field === 'keywords') return <span>{Array.isArray(value) ? value.join('、') : ''}</span>;
  const tech = TechField.safeParse(value).data;
  if (field === 'techField' && tech) return <span>{t(`codes:techField.${tech}`)}</span>;
  const chain = IndustryChain.safeParse(value).data;
  if (field === 'chain' && chain) return <span>{t(`codes:chain.${chain}`)}</span>;
  if (field === 'trl') return <span>{t('trl', { level: Number(value), word: trlWord(Number(value)) })}</span>;
  return <span style={{ whiteSpace: 'pre-line' }}>{asText(value)}</span>;
}
