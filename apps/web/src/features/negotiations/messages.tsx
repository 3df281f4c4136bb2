import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, Loading } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { clock, day } from '../../lib/format.js';
import { MessageForm } from './message-form.js';
import { getMessages, messagesAtOnce, negotiationKeys, type Message, type Negotiation } from './negotiations.api.js';
import { partyOf } from './parties.js';

const pollMs = 5000;
const dayOf = (message: Message | undefined): string | null => (message ? day(message.createdAt) : null);

/** What was said, oldest first; new messages arrive by asking every few seconds. */
export function Messages({ talk, ownId }: { talk: Negotiation; ownId: string }) {
  const { t } = useTranslation('negotiations');
  const [older, setOlder] = useState<Message[]>([]);
  const [isWhole, setWhole] = useState(false);
  const end = useRef<HTMLDivElement>(null);
  const { data, error, refetch } = useQuery({
    queryKey: negotiationKeys.messages(talk.id),
    queryFn: () => getMessages(talk.id),
    refetchInterval: talk.isWritable ? pollMs : false,
    refetchOnWindowFocus: true,
  });
  const lastId = data?.at(-1)?.id;
  useEffect(() => {
    // The room's newest word stays in view; the page itself does not jump.
    const box = end.current?.parentElement;
    if (lastId && box) box.scrollTop = box.scrollHeight;
  }, [lastId]);
  if (error && !data) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={4} />;
  const known = new Set(data.map((m) => m.id));
  const all = [...older.filter((m) => !known.has(m.id)), ...data];
  const first = all[0];
  const hasOlder = !isWhole && first !== undefined && (older.length > 0 || data.length === messagesAtOnce);
  const readOlder = async () => {
    const found = await getMessages(talk.id, first?.id);
    setOlder([...found, ...all]);
    setWhole(found.length < messagesAtOnce);
  };
  return (
    <>
      <div className="messages" tabIndex={0} role="log" aria-label={t('tab.messages')}>
        {hasOlder ? (
          <Button size="small" onClick={() => void readOlder()}>
            {t('older')}
          </Button>
        ) : null}
        {all.length ? null : <EmptyState text={t('noMessages')} />}
        {all.map((m, i) => (
          <Line key={m.id} message={m} talk={talk} isOwn={m.organisationId === ownId} isNewDay={dayOf(all[i - 1]) !== dayOf(m)} />
        ))}
        <div ref={end} />
      </div>
      {talk.isWritable ? <MessageForm talkId={talk.id} /> : null}
    </>
  );
}

function Line({ message: m, talk, isOwn, isNewDay }: { message: Message; talk: Negotiation; isOwn: boolean; isNewDay: boolean }) {
  const { t } = useTranslation('negotiations');
  const party = partyOf(talk, m.organisationId);
  return (
    <>
      {isNewDay ? <div className="message-day num">{day(m.createdAt)}</div> : null}
      <article className={isOwn ? 'message own' : 'message'}>
        <header className="muted">
          <strong>{m.authorName}</strong>
          {` · ${party.name ?? t(`side.${party.role}`)} · `}
          <time className="num" dateTime={m.createdAt}>
            {clock(m.createdAt)}
          </time>
        </header>
        <div className="message-text">{m.text}</div>
      </article>
    </>
  );
}
