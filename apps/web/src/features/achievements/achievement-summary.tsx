import { LockOutlined } from '@ant-design/icons';
import { Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AchievementInput } from '@jihui/domain';
import { Facts, Panel, TrlScale } from '@jihui/ui';
import { listed } from '../../lib/lists.js';
import { trlWord } from '../../lib/trl.js';
import { priceWords } from './achievement-content.js';
import { IpList } from './ip-list.js';

type Props = { achievement: AchievementInput; hasNdaPart: boolean };

/** The public part of an achievement as everybody reads it; also the preview of one that is being written. */
export function AchievementText({ achievement, hasNdaPart }: Props) {
  const { t } = useTranslation('achievements');
  return (
    <>
      <Panel title={t('page.summary')}>
        <div className="reading">{achievement.summary}</div>
      </Panel>
      {(['advantages', 'evidence', 'trlEvidence', 'deliverables'] as const).map((field) =>
        achievement[field] ? (
          <Panel key={field} title={t(`page.${field}`)}>
            <div className="reading">{achievement[field]}</div>
          </Panel>
        ) : null,
      )}
      <Panel title={t('page.ip')}>
        <IpList rights={achievement.ipRights} />
      </Panel>
      {hasNdaPart && !achievement.ndaSummary ? (
        <Panel title={t('page.secret')}>
          <p className="reading" style={{ margin: 0 }}>
            <LockOutlined aria-hidden /> {t('page.secretHint')}
          </p>
        </Panel>
      ) : null}
    </>
  );
}

/** What one decides by, in short. */
export function AchievementFacts({ achievement: a }: { achievement: AchievementInput }) {
  const { t } = useTranslation(['achievements', 'codes']);
  return (
    <Facts
      items={[
        { label: t('page.price'), value: <strong className="num">{priceWords(a, t('codes:priceMode.NEGOTIABLE'))}</strong> },
        a.transferModes.length ? { label: t('page.modes'), value: listed(a.transferModes.map((m) => t(`codes:transferMode.${m}`))) } : null,
        a.trl
          ? { label: t('page.trl'), value: <TrlScale level={a.trl} text={t('page.trlWord', { level: a.trl, word: trlWord(a.trl) })} /> }
          : null,
        a.techField ? { label: t('field.techField'), value: t(`codes:techField.${a.techField}`) } : null,
        a.chain ? { label: t('page.chain'), value: t(`codes:chain.${a.chain}`) } : null,
        a.discipline ? { label: t('page.discipline'), value: a.discipline } : null,
        a.team.length ? { label: t('page.team'), value: listed(a.team.map((m) => [m.name, m.title].filter(Boolean).join(' '))) } : null,
        a.keywords.length ? { label: t('page.keywords'), value: <Keywords words={a.keywords} /> } : null,
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
