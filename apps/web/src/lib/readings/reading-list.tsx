import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { judged, type JudgedReading, type Reading, type ReadingCorrection } from '@jihui/domain';
import { Panel } from '@jihui/ui';
import { indicatorText } from '../indicator-text.js';
import { errorSentence } from '../sentences.js';
import { correctReading, getCorrections, readingsKey, type ItemKind } from './readings.api.js';
import { ReadingForm } from './reading-form.js';

type Props = {
  kind: ItemKind;
  /** null until the item is saved for the first time. */
  itemId: string | null;
  /** Of the text as it is now. */
  readings: readonly Reading[];
  /** Saves what is being written: the server judges readings of its own text. */
  flush: () => Promise<{ id: string } | null>;
};

/** What search will find an item by, one line per indicator, to be corrected or rejected by its owner. */
export function ReadingList({ kind, itemId, readings, flush }: Props) {
  const { t } = useTranslation('readings');
  const [edited, setEdited] = useState<string | null>(null);
  const { data: corrections = [] } = useQuery({
    queryKey: readingsKey(itemId ?? ''),
    queryFn: () => getCorrections(kind, itemId ?? ''),
    enabled: itemId !== null,
  });
  const say = useMutation({
    mutationFn: async (said: ReadingCorrection) => {
      const saved = await flush();
      if (saved) await correctReading(kind, saved.id, said);
    },
    onSuccess: () => setEdited(null),
  });
  const lines = judged(readings, corrections);
  return (
    <Panel title={t('title')}>
      <p className="muted" style={{ marginTop: -6 }}>
        {t(lines.length ? 'lead' : 'none')}
      </p>
      {say.error ? <Alert type="error" showIcon title={errorSentence(say.error)} style={{ marginBottom: 12 }} /> : null}
      <ul className="reading-list">
        {lines.map((line) => (
          <li key={line.key}>
            <Flex gap={8} align="center" wrap justify="space-between">
              <Words line={line} />
              <Flex gap={6} wrap>
                {line.state === 'READ' ? null : (
                  <Button
                    size="small"
                    onClick={() => say.mutate({ key: line.key, state: 'READ' })}
                    aria-label={`${t('restore')}：${line.excerpt}`}
                  >
                    {t('restore')}
                  </Button>
                )}
                <Button
                  size="small"
                  onClick={() => setEdited(edited === line.key ? null : line.key)}
                  aria-expanded={edited === line.key}
                  aria-label={`${t('correct')}：${line.excerpt}`}
                >
                  {t('correct')}
                </Button>
                {line.state === 'REJECTED' || !line.indicator ? null : (
                  <Button
                    size="small"
                    loading={say.isPending && say.variables.key === line.key}
                    onClick={() => say.mutate({ key: line.key, state: 'REJECTED' })}
                    aria-label={`${t('reject')}：${line.excerpt}`}
                  >
                    {t('reject')}
                  </Button>
                )}
              </Flex>
            </Flex>
            {edited === line.key ? (
              <ReadingForm reading={line} isSaving={say.isPending} onSave={(said) => say.mutate({ key: line.key, ...said })} />
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Words({ line: { state, indicator, excerpt } }: { line: JudgedReading }) {
  const { t } = useTranslation('readings');
  return (
    <div style={{ minWidth: 0, flex: '1 1 220px' }}>
      <span className="num">
        {indicator
          ? indicatorText({ ...indicator, label: indicator.name || t('unnamed') })
          : t(state === 'REJECTED' ? 'rejectedLine' : 'unread')}
      </span>{' '}
      {state === 'READ' ? null : <Tag>{t(`state.${state}`)}</Tag>}
      <div className="muted" style={{ fontSize: 13 }}>
        {t('from', { excerpt })}
      </div>
    </div>
  );
}
