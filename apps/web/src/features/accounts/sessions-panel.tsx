import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Loading, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { moment, since } from '../../lib/format.js';
import { errorSentence } from '../../lib/sentences.js';
import { accountKeys, endOtherSessions, endSession, getSessions, type OwnSession } from './accounts.api.js';
import { deviceName } from './device-name.js';

/** Where one is signed in, and the way to end it. */
export function SessionsPanel() {
  const { t } = useTranslation('accounts');
  const { message } = App.useApp();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({ queryKey: accountKeys.sessions, queryFn: getSessions });
  const after = async (text: string) => {
    await client.invalidateQueries({ queryKey: accountKeys.sessions });
    void message.success(text);
  };
  const onError = (refused: unknown) => void message.error(errorSentence(refused));
  const one = useMutation({ mutationFn: endSession, onSuccess: () => after(t('account.ended')), onError });
  const others = useMutation({ mutationFn: endOtherSessions, onSuccess: (count) => after(t('account.endedOthers', { count })), onError });
  const extra =
    data && data.length > 1 ? (
      <Button loading={others.isPending} onClick={() => others.mutate()}>
        {t('account.endOthers')}
      </Button>
    ) : null;
  return (
    <Panel title={t('account.sessions')} extra={extra}>
      {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : null}
      {data ? (
        <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {data.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              isEnding={one.isPending && one.variables === session.id}
              onEnd={() => one.mutate(session.id)}
            />
          ))}
        </ul>
      ) : error ? null : (
        <Loading rows={2} />
      )}
      <p className="muted" style={{ margin: '8px 0 0', fontSize: 13 }}>
        {t('account.sessionsHint')}
      </p>
    </Panel>
  );
}

function SessionRow({ session, isEnding, onEnd }: { session: OwnSession; isEnding: boolean; onEnd: () => void }) {
  const { t } = useTranslation('accounts');
  const device = deviceName(session.userAgent) || t('account.unknownDevice');
  return (
    <li style={{ padding: '8px 0', borderBottom: '1px solid #e6e9ee' }}>
      <Flex justify="space-between" align="center" gap={12}>
        <div style={{ minWidth: 0 }}>
          <div>
            {device} {session.isCurrent ? <Tag color="blue">{t('account.current')}</Tag> : null}
          </div>
          <div className="muted num" style={{ fontSize: 13 }}>
            {`${t('account.lastSeen', { when: since(session.lastSeenAt) })} · ${t('account.since', { when: moment(session.createdAt) })} · ${session.ip}`}
          </div>
        </div>
        {session.isCurrent ? null : (
          <Button loading={isEnding} onClick={onEnd} aria-label={t('account.endLabel', { device })}>
            {t('account.end')}
          </Button>
        )}
      </Flex>
    </li>
  );
}
