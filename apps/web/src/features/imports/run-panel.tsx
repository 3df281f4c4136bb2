import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@jihui/ui';
import { useSession } from '../../app/session.js';
import { count } from '../../lib/format.js';
import { importErrorSentence } from './finding-sentence.js';
import { importSteps, refreshImports, type ImportRecord } from './imports.api.js';

/** The last question before anything is made: what shall become of the good rows. */
export function RunPanel({ record }: { record: ImportRecord }) {
  const { t } = useTranslation('imports');
  const { can, me } = useSession();
  const ofAchievements = record.kind === 'ACHIEVEMENTS';
  const mayPassOn = me?.organisation?.status === 'VERIFIED' && (ofAchievements ? can('achievement.release') : can('demand.write'));
  const [passesOn, setPassesOn] = useState(mayPassOn);
  const [skips, setSkips] = useState(false);
  const rows = record.rowsGood - (skips ? record.rowsDuplicate : 0);
  const run = useMutation({
    mutationFn: () =>
      importSteps.run(record, { skipDuplicates: skips, ...(ofAchievements ? { release: passesOn } : { submit: passesOn }) }),
    onSuccess: refreshImports,
  });
  if (!record.rowsGood) return null;
  const bad = record.rowsTotal - record.rowsGood;
  return (
    <Panel title={t('run.title')}>
      {run.error ? <Alert type="error" showIcon title={importErrorSentence(run.error)} style={{ marginBottom: 12 }} /> : null}
      <Flex vertical gap={10} align="flex-start">
        {mayPassOn && record.rowsPublishable ? (
          <Checkbox checked={passesOn} onChange={(e) => setPassesOn(e.target.checked)}>
            {t(ofAchievements ? 'run.release' : 'run.submit')}
            <div className="muted">{t(ofAchievements ? 'run.releaseHint' : 'run.submitHint', { n: count(record.rowsPublishable) })}</div>
          </Checkbox>
        ) : null}
        {record.rowsDuplicate ? (
          <Checkbox checked={skips} onChange={(e) => setSkips(e.target.checked)}>
            {t('run.skip', { n: count(record.rowsDuplicate) })}
          </Checkbox>
        ) : null}
        <Flex gap={12} wrap align="center">
          <Button type="primary" loading={run.isPending} disabled={rows === 0} onClick={() => run.mutate()}>
            {t('run.start', { n: count(rows) })}
          </Button>
          {bad ? <span className="muted">{t('run.leaves', { n: count(bad) })}</span> : null}
        </Flex>
      </Flex>
    </Panel>
  );
}
