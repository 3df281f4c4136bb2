import { Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Facts, Panel, TrlScale } from '@jihui/ui';
import type { DemandInput } from '@jihui/domain';
import { moneyRange } from '../../lib/money.js';
import { trlWord } from '../../lib/trl.js';
import { IndicatorTable } from './indicator-table.js';

/** The texts of a demand as everybody reads them; also the preview of one that is being written. */
export function DemandText({ demand }: { demand: DemandInput }) {
  const { t } = useTranslation('demands');
  return (
    <>
      <Panel title={t('page.problem')}>
        <div className="reading">{demand.problem}</div>
      </Panel>
      {demand.indicators.length ? (
        <Panel title={t('page.indicators')}>
          <IndicatorTable indicators={demand.indicators} />
        </Panel>
      ) : null}
      {demand.currentState ? (
        <Panel title={t('page.currentState')}>
          <div className="reading">{demand.currentState}</div>
        </Panel>
      ) : null}
      {(['deliverables', 'acceptance', 'exclusions'] as const).map((field) =>
        demand[field] ? (
          <Panel key={field} title={t(`page.${field}`)}>
            <div className="reading">{demand[field]}</div>
          </Panel>
        ) : null,
      )}
    </>
  );
}

/** What one decides by, in short. */
export function DemandFacts({ demand }: { demand: DemandInput }) {
  const { t } = useTranslation(['demands', 'codes']);
  const level = demand.minTrl;
  return (
    <Facts
      items={[
        {
          label: t('page.budget'),
          value: <strong className="num">{moneyRange(demand.budgetMin, demand.budgetMax) || t('page.negotiable')}</strong>,
        },
        demand.deadline ? { label: t('page.deadline'), value: <span className="num">{demand.deadline}</span> } : null,
        level ? { label: t('page.minTrl'), value: <TrlScale level={level} text={t('page.trl', { level, word: trlWord(level) })} /> } : null,
        demand.techField ? { label: t('field.techField'), value: t(`codes:techField.${demand.techField}`) } : null,
        demand.chain ? { label: t('page.chain'), value: t(`codes:chain.${demand.chain}`) } : null,
        demand.keywords.length ? { label: t('page.keywords'), value: <Keywords words={demand.keywords} /> } : null,
      ]}
    />
  );
}

function Keywords({ words }: { words: readonly string[] }) {
  return (
    <Flex gap={4} wrap>
      {words.map((w) => (
        <Tag key={w}>{w}</Tag>
      ))}
    </Flex>
  );
}
