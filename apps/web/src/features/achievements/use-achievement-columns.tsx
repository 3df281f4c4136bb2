import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatusTag } from '@jihui/ui';
import { since } from '../../lib/format.js';
import { trlWord } from '../../lib/trl.js';
import { priceWords } from './achievement-content.js';
import { achievementTone } from './achievement-status.js';
import type { AchievementItem } from './achievements.api.js';

const pathOf = (a: AchievementItem): string =>
  a.availableActions.includes('edit') ? `/my/achievements/${a.id}/edit` : `/achievements/${a.id}`;

/** What one decides by in a list; the TTO also sees who wrote it. */
export function useAchievementColumns(showsAuthor: boolean): TableColumnsType<AchievementItem> {
  const { t } = useTranslation(['achievements', 'codes']);
  return [
    {
      title: t('column.title'),
      key: 'title',
      render: (_, a) => (
        <div style={{ minWidth: 180 }}>
          <Link to={pathOf(a)}>{a.title || t('untitled')}</Link>
          <div className="muted" style={{ fontSize: 13 }}>
            {[a.team[0]?.name, showsAuthor && a.author && a.author.name !== a.team[0]?.name ? t('by', { name: a.author.name }) : null]
              .filter(Boolean)
              .join(' · ')}
          </div>
          {a.returnReason ? <div style={{ color: '#9a6200', fontSize: 13 }}>{`${t('returned')}：${a.returnReason}`}</div> : null}
        </div>
      ),
    },
    {
      title: t('column.field'),
      key: 'field',
      responsive: ['lg'],
      width: 150,
      render: (_, a) => (a.techField ? t(`codes:techField.${a.techField}`) : ''),
    },
    {
      title: t('column.trl'),
      key: 'trl',
      responsive: ['md'],
      width: 140,
      render: (_, a) => (a.trl ? t('page.trlWord', { level: a.trl, word: trlWord(a.trl) }) : ''),
    },
    {
      title: t('column.price'),
      key: 'price',
      responsive: ['md'],
      width: 160,
      render: (_, a) => priceWords(a, t('codes:priceMode.NEGOTIABLE')),
    },
    {
      title: t('column.status'),
      key: 'status',
      width: 110,
      render: (_, a) => (
        <StatusTag tone={achievementTone[a.status]}>
          {a.isPendingConversion ? `${t('status.PUBLISHED')} · ${t('pending')}` : t(`status.${a.status}`)}
        </StatusTag>
      ),
    },
    { title: t('column.updated'), key: 'updated', responsive: ['sm'], width: 110, render: (_, a) => since(a.updatedAt) },
  ];
}
