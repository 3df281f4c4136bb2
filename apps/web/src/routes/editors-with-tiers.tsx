import { useTranslation } from 'react-i18next';
import type { TierSubject } from '@jihui/domain';
import { Panel } from '@jihui/ui';
import { AchievementEditorPage } from '../features/achievements/achievement-editor-page.js';
import { DemandEditorPage } from '../features/demands/demand-editor-page.js';
import { ConfidentialPanel } from '../features/tiers/confidential-panel.js';

/** The confidential part below a form: it belongs to a record, so the record is saved first. */
function Confidential({ kind, id }: { kind: TierSubject; id: string | null }) {
  const { t } = useTranslation('tiers');
  const besideText = kind === 'ACHIEVEMENT';
  if (id) return <ConfidentialPanel kind={kind} id={id} besideText={besideText} />;
  return (
    <Panel title={t(besideText ? 'filesAndTerms' : 'title')} id="confidential">
      <p className="muted">{t('own.saveFirst')}</p>
    </Panel>
  );
}

export const DemandEditorWithTier = () => <DemandEditorPage confidential={(id) => <Confidential kind="DEMAND" id={id} />} />;

export const AchievementEditorWithTier = () => <AchievementEditorPage confidential={(id) => <Confidential kind="ACHIEVEMENT" id={id} />} />;
