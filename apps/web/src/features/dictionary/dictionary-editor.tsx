import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel, useKept } from '@jihui/ui';
import { useSession } from '../../app/session.js';
import { queryClient } from '../../lib/api.js';
import { ShortText } from '../../lib/limited-text.js';
import { errorSentence } from '../../lib/sentences.js';
import { dictionaryKey, previewDraft, publishDraft, type Edition } from './dictionary.api.js';
import { DictionaryLines } from './dictionary-lines.js';
import { DictionaryPreviewPanel } from './dictionary-preview-panel.js';
import { groupsOf, isChanged, linesOf, type Line } from './draft.js';

/** The list as a draft: nothing is in force before it has been tried and published; any further change has to be tried again. */
export function DictionaryEditor({ edition }: { edition: Edition }) {
  const { t } = useTranslation('dictionary');
  const { can } = useSession();
  const { message } = App.useApp();
  const { value: lines, put: setLines, forget: forgetLines } = useKept<Line[]>(`dictionary ${edition.number}`, linesOf(edition.groups));
  const { value: reason, put: setReason, forget: forgetReason } = useKept(`dictionary reason ${edition.number}`, '');
  const draft = { base: edition.number, groups: groupsOf(lines), reason };
  const preview = useMutation({ mutationFn: () => previewDraft(draft) });
  const publish = useMutation({
    mutationFn: () => publishDraft(draft),
    onSuccess: async ({ number }) => {
      forgetLines();
      forgetReason();
      void message.success(t('published', { number }));
      await queryClient.invalidateQueries({ queryKey: dictionaryKey });
    },
  });
  const change = (next: Line[]): void => {
    setLines(next);
    preview.reset();
    publish.reset();
  };
  const changed = lines.filter(isChanged).length;
  const mayPublish = can('dictionary.publish');
  const error = preview.error ?? publish.error;
  return (
    <>
      {mayPublish ? (
        <Panel title={changed ? t('draft', { n: changed }) : t('noDraft')}>
          {error ? <Alert type="error" showIcon title={errorSentence(error)} style={{ marginBottom: 12 }} /> : null}
          <Flex gap={8} wrap align="center">
            <ShortText value={reason} max={200} aria-label={t('reason')} placeholder={t('reason')} onChange={(e) => setReason(e.target.value)} style={{ flex: '1 1 240px', maxWidth: 480 }} />
            <Button onClick={() => preview.mutate()} loading={preview.isPending} disabled={!changed}>
              {t('preview')}
            </Button>
            <Button type="primary" onClick={() => publish.mutate()} loading={publish.isPending} disabled={!changed || !preview.data}>
              {t('publish')}
            </Button>
            {changed ? (
              <Button type="text" onClick={() => (change(linesOf(edition.groups)), forgetLines())}>
                {t('discard')}
              </Button>
            ) : null}
          </Flex>
          <p className="muted" style={{ margin: '8px 0 0' }}>
            {t('order')}
          </p>
        </Panel>
      ) : null}
      {preview.data ? <DictionaryPreviewPanel preview={preview.data} /> : null}
      <DictionaryLines lines={lines} onChange={mayPublish ? change : null} />
    </>
  );
}
