import { useQuery } from '@tanstack/react-query';
import { App, Button, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { papersOf, TermKey } from '@jihui/domain';
import { Facts, Loading, PageFrame, Panel, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { day } from '../../lib/format.js';
import { errorSentence } from '../../lib/sentences.js';
import { useAddress } from '../../lib/use-address.js';
import { BrokerPanel } from './broker-panel.js';
import { Messages } from './messages.js';
import { negotiationTone } from './negotiation-status.js';
import { closeNegotiation, getNegotiation, negotiationKeys, refreshRoom, type Negotiation } from './negotiations.api.js';
import { NextStep } from './next-step.js';
import { RoomContacts } from './room-contacts.js';
import { RoomFiles } from './room-files.js';
import { MeetingsTab } from './meetings-tab.js';
import { TermSheetTab, waitingFor } from './term-sheet-tab.js';
import './negotiations.css';

const pollMs = 15_000;

/** What other features add to the room: a tab of what is confidential. */
export type NegotiationSlots = { confidential?: (talk: Negotiation) => { label: string; children: ReactNode } };

/** The room of a talk: the next step first, then what was said, the terms and the papers; who is in it stands beside. */
export function NegotiationPage({ confidential }: NegotiationSlots) {
  const { t } = useTranslation('negotiations');
  const { id = '' } = useParams();
  const { me } = useSession();
  const { params, change } = useAddress();
  const {
    data: talk,
    error,
    refetch,
  } = useQuery({ queryKey: negotiationKeys.one(id), queryFn: () => getNegotiation(id), refetchInterval: pollMs });
  usePageTitle(talk?.title);
  if (error && !talk) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!talk) return <Loading rows={10} />;
  const tab = params.get('tab') ?? 'messages';
  const edited = params.get('edit');
  const editing = edited === 'all' ? 'all' : (TermKey.safeParse(edited).data ?? null);
  const edit = (what: TermKey | 'all' | null) => change({ tab: 'terms', edit: what });
  const open = waitingFor(talk);
  return (
    <PageFrame
      title={talk.title}
      crumbs={[{ title: t('title'), href: '/negotiations' }, { title: talk.title }]}
      link={(href, title) => <Link to={href}>{title}</Link>}
      tag={<StatusTag tone={negotiationTone[talk.status]}>{t(`status.${talk.status}`)}</StatusTag>}
      meta={<span>{`${talk.supplierName ?? ''} ↔ ${talk.demanderName ?? ''}`}</span>}
      aside={
        <>
          <RoomContacts talk={talk} />
          <BrokerPanel talk={talk} />
          <Subject talk={talk} />
          <CloseButton talk={talk} />
        </>
      }
    >
      <NextStep talk={talk} isEditing={tab === 'terms' && editing !== null} onTerms={(isNew) => edit(isNew ? 'all' : null)} />
      <Panel>
        <Tabs
          activeKey={tab}
          onChange={(key) => change({ tab: key === 'messages' ? null : key, edit: null })}
          items={[
            { key: 'messages', label: t('tab.messages'), children: <Messages talk={talk} ownId={me?.organisation?.id ?? ''} /> },
            {
              key: 'terms',
              label: open ? t('tab.termsOpen', { count: open }) : t('tab.terms'),
              children: <TermSheetTab talk={talk} editing={editing} onEdit={edit} />,
            },
            { key: 'meetings', label: `${t('tab.meetings')} ${talk.meetings.length}`, children: <MeetingsTab talk={talk} /> },
            { key: 'files', label: `${t('tab.files')} ${papersOf(talk.files).length}`, children: <RoomFiles talk={talk} /> },
            ...(confidential ? [{ key: 'confidential', ...confidential(talk) }] : []),
          ]}
        />
      </Panel>
    </PageFrame>
  );
}

function Subject({ talk }: { talk: Negotiation }) {
  const { t } = useTranslation('negotiations');
  return (
    <Panel title={t('subject')}>
      <Facts
        items={[
          talk.achievement
            ? { label: t('achievement'), value: <Link to={`/achievements/${talk.achievement.id}`}>{talk.achievement.title}</Link> }
            : null,
          talk.demand ? { label: t('demand'), value: <Link to={`/demands/${talk.demand.id}`}>{talk.demand.title}</Link> } : null,
          talk.isMatched && talk.achievement && talk.demand
            ? { label: t('match'), value: <Link to={`/matches/${talk.demand.id}/${talk.achievement.id}`}>{t('whyMatched')}</Link> }
            : null,
          { label: t('opened'), value: <span className="num">{day(talk.createdAt)}</span> },
        ]}
      />
    </Panel>
  );
}

function CloseButton({ talk }: { talk: Negotiation }) {
  const { t } = useTranslation(['negotiations', 'common']);
  const { message, modal } = App.useApp();
  if (!talk.availableActions.includes('close')) return null;
  const close = () =>
    modal.confirm({
      title: t('close.title'),
      content: t('close.text'),
      okText: t('close.ok'),
      okButtonProps: { danger: true },
      cancelText: t('common:cancel'),
      onOk: () =>
        closeNegotiation({ id: talk.id, version: talk.version })
          .catch((error: unknown) => void message.error(errorSentence(error)))
          .then(() => refreshRoom()),
    });
  return (
    <Button type="text" block onClick={close}>
      {t('close.button')}
    </Button>
  );
}
