import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { MatchConstraint, TechField, TransferMode, type MatchConstraints } from '@jihui/domain';
import { MoneyInput } from '@jihui/ui';
import { money } from '../../lib/money.js';
import { useRegionName, useRegionOptions } from '../../lib/regions.js';
import { trlWord } from '../../lib/trl.js';
import type { Cost, MatchList } from './matches.api.js';
import { paramOf, type useConstraints } from './use-constraints.js';

type Props = ReturnType<typeof useConstraints> & { isDemand: boolean };

/** What the reader insists on. Each field changes the address, and with it the list. */
export function ConstraintBar({ constraints, wrong, change, clear, isDemand }: Props) {
  const { t } = useTranslation(['matches', 'codes']);
  const regions = useRegionOptions();
  const side = isDemand ? 'offers' : 'demands';
  const select = { allowClear: true, className: 'match-constraint', placeholder: t('constraint.any') };
  return (
    <div className="match-constraints no-print" role="group" aria-label={t('constraint.title')}>
      <label>
        <span>{t('constraint.REGION')}</span>
        <Select
          {...select}
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('constraint.REGION')}
          options={regions}
          value={constraints.region ?? undefined}
          onChange={(v?: string) => change({ region: v ?? null })}
        />
      </label>
      <label>
        <span>{t(`constraint.${side}.PRICE`)}</span>
        <MoneyInput
          aria-label={t(`constraint.${side}.PRICE`)}
          value={constraints.price ?? wrong.price?.typed ?? null}
          status={wrong.price ? 'error' : undefined}
          onChange={(fen) => change({ price: fen })}
        />
      </label>
      <label>
        <span>{t(`constraint.${side}.TRL`)}</span>
        <Select
          {...select}
          aria-label={t(`constraint.${side}.TRL`)}
          options={levels.map((n) => ({ value: n, label: `${n} ${trlWord(n)}` }))}
          value={constraints.trl ?? undefined}
          onChange={(v?: number) => change({ trl: v ? String(v) : null })}
        />
      </label>
      {isDemand ? (
        <label>
          <span>{t('constraint.MODE')}</span>
          <Select
            {...select}
            aria-label={t('constraint.MODE')}
            options={TransferMode.options.map((value) => ({ value, label: t(`codes:transferMode.${value}`) }))}
            value={constraints.mode ?? undefined}
            onChange={(v?: TransferMode) => change({ mode: v ?? null })}
          />
        </label>
      ) : null}
      <label>
        <span>{t('constraint.FIELD')}</span>
        <Select
          {...select}
          aria-label={t('constraint.FIELD')}
          options={TechField.options.map((value) => ({ value, label: t(`codes:techField.${value}`) }))}
          value={constraints.field ?? undefined}
          onChange={(v?: TechField) => change({ field: v ?? null })}
        />
      </label>
      {Object.keys(constraints).length || Object.keys(wrong).length ? <Button onClick={clear}>{t('constraint.clear')}</Button> : null}
      {MatchConstraint.options.map((of) => {
        const said = wrong[paramOf[of]];
        if (!said) return null;
        const name = of === 'PRICE' || of === 'TRL' ? t(`constraint.${side}.${of}`) : t(`constraint.${of}`);
        return (
          <p key={of} role="alert" className="match-wrong">
            {t('constraint.wrong', { name, sentence: said.sentence })}
          </p>
        );
      })}
    </div>
  );
}

const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9];

type CostsProps = Pick<Props, 'constraints' | 'change' | 'isDemand'> & { list: Pick<MatchList, 'costs' | 'total' | 'items'> };

/** What each constraint shuts out, and the way to do without it. */
export function ConstraintCosts({ constraints, change, isDemand, list }: CostsProps) {
  const { t } = useTranslation('matches');
  const word = useConstraintWord(constraints, isDemand);
  if (!list.costs.length) return null;
  return (
    <div role="status" className="match-costs">
      <strong>{t('constraint.left', { count: list.items.length, all: list.total })}</strong>
      <ul>
        {list.costs.map((cost) => (
          <li key={cost.constraint}>
            <span>
              {cost.excluded
                ? t(cost.strong ? 'constraint.costStrong' : 'constraint.cost', { ...cost, word: word(cost) })
                : t('constraint.free', { word: word(cost) })}
            </span>
            {cost.unknown ? <span className="muted">{t('constraint.unknown', { count: cost.unknown })}</span> : null}
            {cost.only ? (
              <Button type="link" size="small" onClick={() => change({ [paramOf[cost.constraint]]: null })}>
                {t('constraint.without', { count: cost.only })}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A constraint with its value, as a sentence names it. */
export function useConstraintWord(constraints: MatchConstraints, isDemand: boolean): (cost: Pick<Cost, 'constraint'>) => string {
  const { t } = useTranslation(['matches', 'codes']);
  const regionName = useRegionName();
  const { region, price, trl, mode, field } = constraints;
  const side = isDemand ? 'offers' : 'demands';
  return ({ constraint }) => {
    if (constraint === 'REGION') return `${t('constraint.REGION')} ${regionName(region)}`;
    if (constraint === 'PRICE') return `${t(`constraint.${side}.PRICE`)} ${price ? money(price) : ''}`;
    if (constraint === 'TRL') return `${t(`constraint.${side}.TRL`)} ${trl ?? ''}`;
    if (constraint === 'MODE') return `${t('constraint.MODE')} ${mode ? t(`codes:transferMode.${mode}`) : ''}`;
    return `${t('constraint.FIELD')} ${field ? t(`codes:techField.${field}`) : ''}`;
  };
}
