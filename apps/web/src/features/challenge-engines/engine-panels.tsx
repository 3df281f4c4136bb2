import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Panel, StatusTag } from '@jihui/ui';
import { engineKeys, getEngines, getExpertConflicts, type ConflictLine, type EngineItem } from './engines.api.js';
import { SubstitutePanel } from './substitute-panel.js';
import { TimetablePanel } from './timetable-panel.js';

/** What the engines say of an item, to those who may know. */
export function EnginePanels({ challengeId, part }: { challengeId: string; part: 'review' | 'checks' | 'timetable' }) {
  const { data: item } = useQuery({ queryKey: engineKeys.item(challengeId), queryFn: () => getEngines(challengeId) });
  if (!item) return null;
  if (part === 'timetable') return item.timetable ? <TimetablePanel item={item} timetable={item.timetable} /> : null;
  if (part === 'checks') return item.reviewChecks ? <Robustness item={item} /> : null;
  return (
    <>
      {item.isOrganiser && ['OPENED', 'QUALIFIED', 'REVIEW'].includes(item.status) ? <Conflicts item={item} /> : null}
      {item.availableActions.includes('substitute') ? <SubstitutePanel item={item} /> : null}
    </>
  );
}

function Line({ conflict, who }: { conflict: ConflictLine; who?: string }) {
  const { t } = useTranslation('challengeEngines');
  const path = [conflict.path[0]?.from ?? '', ...conflict.path.filter((p) => p.to !== p.from).map((p) => p.to)].join(' → ');
  return (
    <li style={{ display: 'flex', gap: 8, flexWrap: 'wrap', alignItems: 'center' }}>
      <StatusTag tone={conflict.severity === 'BLOCK' ? 'bad' : 'attention'}>{t(`severity.${conflict.severity}`)}</StatusTag>
      {who ? <strong>{who}</strong> : null}
      <span>{t('conflictLine', { code: t(`code.${conflict.code}`), path })}</span>
    </li>
  );
}

/** Every block and every declaration with its path. */
function Conflicts({ item }: { item: EngineItem }) {
  const { t } = useTranslation('challengeEngines');
  const choosing = item.availableActions.includes('appoint') || item.availableActions.includes('substitute');
  const { data: experts = [] } = useQuery({ queryKey: engineKeys.experts(item.id), queryFn: () => getExpertConflicts(item.id), enabled: choosing });
  const tied = experts.flatMap((e) => e.conflicts.map((conflict) => ({ who: e.name, conflict })));
  const list = { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 6 } as const;
  return (
    <Panel title={t('ownerConflicts')}>
      {item.ownerConflicts.length ? (
        <ul style={list}>
          {item.ownerConflicts.map((c) => (
            <Line key={`${c.code} ${c.bidder}`} conflict={c} />
          ))}
        </ul>
      ) : (
        <p className="muted" style={{ margin: 0 }}>{t('noConflicts')}</p>
      )}
      {choosing ? (
        <>
          <h3 style={{ fontSize: 15, margin: '16px 0 8px' }}>{t('expertConflicts')}</h3>
          {tied.length ? (
            <ul style={{ ...list, maxHeight: 320, overflow: 'auto' }}>
              {tied.map(({ who, conflict }) => (
                <Line key={`${who} ${conflict.code} ${conflict.bidder}`} who={who} conflict={conflict} />
              ))}
            </ul>
          ) : (
            <p className="muted" style={{ margin: 0 }}>{t('noConflicts')}</p>
          )}
        </>
      ) : null}
    </Panel>
  );
}

/** How firm the ranking is, and which scores stand out. Nothing is changed by it. */
function Robustness({ item }: { item: EngineItem }) {
  const { t } = useTranslation('challengeEngines');
  const checks = item.reviewChecks;
  if (!checks) return null;
  const nameOf = (id: string) => item.claims.find((c) => c.id === id)?.organisation?.name ?? '';
  return (
    <Panel title={t('robust')}>
      <p>
        <StatusTag tone={checks.changed ? 'attention' : 'good'}>{t(checks.changed ? 'robustLine' : 'robustFirm', { runs: checks.runs, changed: checks.changed })}</StatusTag>
      </p>
      <ul style={{ margin: '0 0 12px', paddingInlineStart: 20 }}>
        {checks.without.map((w) => (
          <li key={w.reviewer}>
            {t('withoutLine', { name: w.reviewer, winner: w.winners.map(nameOf).join('、') })}
            {w.changes ? `（${t('changes')}）` : null}
          </li>
        ))}
      </ul>
      <h3 style={{ fontSize: 15, margin: '0 0 8px' }}>{t('outliers')}</h3>
      {checks.outliers.length ? (
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {checks.outliers.map((o) => (
            <li key={`${o.reviewer} ${o.claimId} ${o.criterion ?? ''}`}>
              {t('outlierLine', {
                reviewer: o.reviewer,
                bidder: nameOf(o.claimId),
                criterion: o.criterion ?? t('total'),
                way: t(o.deviation > 0 ? 'higher' : 'lower'),
                points: (Math.abs(o.deviation) / 100).toFixed(1),
              })}
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted" style={{ margin: 0 }}>{checks.runs < checks.outliersFrom ? t('fewForOutliers', { least: checks.outliersFrom }) : t('noOutliers')}</p>
      )}
    </Panel>
  );
}
