import { Alert, Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiError } from './api.js';
import { isSignedOut, type KeeperState } from './draft-keeper.js';
import { clock, since } from './format.js';
import { errorSentence } from './sentences.js';
import type { useRecordEditor } from './use-record-editor.js';

/** 已保存 09:41, or what keeps it from being saved. */
export function SavedMark({
  state,
  savedBefore,
  automatic = true,
}: {
  state: KeeperState;
  savedBefore: string | null;
  automatic?: boolean;
}) {
  const { t } = useTranslation();
  const saved = state.savedAt ? t('saved', { time: clock(state.savedAt) }) : savedBefore ? t('saved', { time: since(savedBefore) }) : '';
  const words = {
    clean: saved,
    waiting: automatic ? t('saving') : t('publishedOnSave'),
    saving: t('saving'),
    retrying: t('notSaved'),
    stopped: state.error ? errorSentence(state.error) : '',
  }[state.phase];
  const held = state.held.length && state.phase === 'clean' ? t('heldBack', { count: state.held.length }) : '';
  return (
    <span role="status" className="num">
      {[words, held].filter(Boolean).join('；')}
    </span>
  );
}

/** What this browser kept from last time, and what to do when somebody else has saved in between. */
export function DraftNotices({
  editor,
}: {
  editor: Pick<ReturnType<typeof useRecordEditor>, 'copy' | 'useCopy' | 'dropCopy' | 'takeTheirs' | 'keepMine' | 'state'>;
}) {
  const { t } = useTranslation();
  const isStale = editor.state.error instanceof ApiError && editor.state.error.code === 'STALE';
  const style = { marginBottom: 16 };
  return (
    <>
      {isStale ? (
        <Alert
          type="warning"
          showIcon
          style={style}
          title={t('staleTitle')}
          action={
            <Flex gap={8} wrap>
              <Button onClick={() => void editor.takeTheirs()}>{t('staleTheirs')}</Button>
              <Button onClick={() => void editor.keepMine()}>{t('staleMine')}</Button>
            </Flex>
          }
        />
      ) : null}
      {isSignedOut(editor.state.error) ? (
        <Alert
          type="warning"
          showIcon
          style={style}
          title={t('signedOut')}
          action={<Button href={`/login?next=${encodeURIComponent(window.location.pathname + window.location.search)}`}>{t('signInAgain')}</Button>}
        />
      ) : null}
      {editor.copy ? (
        <Alert
          type="info"
          showIcon
          style={style}
          title={t(editor.copy.continues ? 'restored' : 'restoredOlder', { time: since(editor.copy.at) })}
          action={
            <Flex gap={8} wrap>
              {editor.copy.continues ? null : <Button onClick={editor.useCopy}>{t('useRestored')}</Button>}
              <Button onClick={editor.dropCopy}>{t('dropRestored')}</Button>
            </Flex>
          }
        />
      ) : null}
    </>
  );
}
