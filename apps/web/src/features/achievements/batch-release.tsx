import { Alert, App, Button, Flex, Modal, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiError } from '../../lib/api.js';
import { errorSentence, issueSentence } from '../../lib/sentences.js';
import { refreshAll, releaseMany, type Ref, type ReleaseResult } from './achievements.api.js';

export type Chosen = ReadonlyMap<string, Ref & { title: string }>;
type Props = { chosen: Chosen; onDone: (left: Chosen) => void; chooseAll: { count: number; run: () => Promise<void> } | null };
type Issue = { path: string; code: string };

const issuesOf = (value: unknown): Issue[] =>
  Array.isArray(value) ? value.filter((i): i is Issue => typeof i === 'object' && i !== null && 'path' in i && 'code' in i) : [];

/** Publishes what is chosen, shows how far it is, and says of each one that could not be published what it lacks. */
export function BatchRelease({ chosen, onDone, chooseAll }: Props) {
  const { t } = useTranslation(['achievements', 'common']);
  const { message, modal } = App.useApp();
  const [done, setDone] = useState<number | null>(null);
  const [refused, setRefused] = useState<{ title: string; result: ReleaseResult }[] | null>(null);
  const [released, setReleased] = useState(0);

  const run = async () => {
    setDone(0);
    try {
      const results = await releaseMany([...chosen.values()], setDone);
      const bad = results.filter((r) => r.code !== null);
      setReleased(results.length - bad.length);
      if (bad.length) setRefused(bad.map((result) => ({ result, title: chosen.get(result.id)?.title ?? '' })));
      else void message.success(t('batch.released', { count: results.length }));
      onDone(new Map());
    } catch (error) {
      void message.error(errorSentence(error));
    } finally {
      setDone(null);
      await refreshAll();
    }
  };
  const why = ({ code, issues }: ReleaseResult): string => {
    const named = issuesOf(issues).map((i) => `${t(`field.${i.path.split('.')[0] ?? ''}` as 'field.title')}：${issueSentence(i)}`);
    return named.length ? named.join('；') : errorSentence(new ApiError((code ?? 'INTERNAL') as ApiError['code']));
  };

  return (
    <>
      {chosen.size || chooseAll ? (
        <Flex gap={8} align="center" wrap style={{ marginBottom: 12 }}>
          <Button
            type="primary"
            disabled={!chosen.size}
            loading={done !== null}
            onClick={() =>
              modal.confirm({
                title: t('batch.release'),
                content: t('batch.ask', { count: chosen.size }),
                okText: t('batch.release'),
                cancelText: t('common:cancel'),
                onOk: () => void run(),
              })
            }
          >
            {t('batch.release')}
          </Button>
          {chosen.size ? <span className="num">{t('batch.chosen', { count: chosen.size })}</span> : null}
          {chooseAll && chosen.size < chooseAll.count ? (
            <Button type="link" onClick={() => void chooseAll.run().catch((error: unknown) => message.error(errorSentence(error)))}>
              {t('batch.chooseAll', { count: chooseAll.count })}
            </Button>
          ) : null}
          {chosen.size ? (
            <Button type="text" onClick={() => onDone(new Map())}>
              {t('batch.clear')}
            </Button>
          ) : null}
          {done !== null ? (
            <span style={{ minWidth: 240 }}>
              <Progress
                percent={Math.round((done / Math.max(1, chosen.size)) * 100)}
                size="small"
                format={() => t('batch.progress', { done, all: chosen.size })}
              />
            </span>
          ) : null}
        </Flex>
      ) : null}
      <Modal
        open={refused !== null}
        title={t('batch.title')}
        onCancel={() => setRefused(null)}
        onOk={() => setRefused(null)}
        okText={t('batch.close')}
        cancelButtonProps={{ style: { display: 'none' } }}
        width={720}
      >
        {released ? <Alert type="success" showIcon title={t('batch.released', { count: released })} style={{ marginBottom: 12 }} /> : null}
        <p>{t('batch.refused', { count: refused?.length ?? 0 })}</p>
        <ul style={{ maxHeight: 360, overflowY: 'auto', paddingInlineStart: 18 }}>
          {refused?.map(({ result, title }) => (
            <li key={result.id}>
              <Link to={`/my/achievements/${result.id}/edit`} target="_blank">
                {title || t('untitled')}
              </Link>
              <div className="muted">{why(result)}</div>
            </li>
          ))}
        </ul>
      </Modal>
    </>
  );
}
