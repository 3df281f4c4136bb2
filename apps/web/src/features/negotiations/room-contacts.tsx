import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts, Loading, Panel } from '@jihui/ui';
import { errorSentence } from '../../lib/sentences.js';
import { getContacts, negotiationKeys, type Negotiation } from './negotiations.api.js';

/** Whom to call. Asked for on purpose, since reading it is recorded. */
export function RoomContacts({ talk }: { talk: Negotiation }) {
  const { t } = useTranslation('negotiations');
  const [isShown, setShown] = useState(false);
  const { data, error } = useQuery({
    queryKey: negotiationKeys.contacts(talk.id),
    queryFn: () => getContacts(talk.id),
    enabled: isShown,
    staleTime: Infinity,
  });
  const lines = data?.map((c) => ({
    label: `${t(`sideOf.${c.side}`)} · ${c.organisationName}`,
    value:
      c.name || c.phone ? (
        <>
          {c.name}{' '}
          {c.phone ? (
            <a href={`tel:${c.phone}`} className="num">
              {c.phone}
            </a>
          ) : null}
        </>
      ) : (
        t('contacts.none')
      ),
  }));
  return (
    <Panel title={t('contacts.title')}>
      {lines ? (
        <Facts items={lines} />
      ) : isShown && !error ? (
        <Loading rows={2} />
      ) : (
        <Button onClick={() => setShown(true)}>{t('contacts.show')}</Button>
      )}
      {error ? <p role="alert">{errorSentence(error)}</p> : null}
      <p className="muted room-note">{t('contacts.note')}</p>
    </Panel>
  );
}
