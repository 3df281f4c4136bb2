import { useQuery } from '@tanstack/react-query';
import { Button, Tooltip } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { supplierKinds } from '@jihui/domain';
import { StatusTag } from '@jihui/ui';
import { useSession, type Session } from '../../app/session.js';
import { deadline } from '../../lib/format.js';
import { LinkButton } from '../../lib/link-button.js';
import { getIntroductionOn, introductionKeys, type CurrentIntroduction, type Pair } from './introductions.api.js';

// The button stands on public pages; its form is fetched when somebody opens it.
const RequestDialog = lazy(async () => ({ default: (await import('./request-dialog.js')).RequestDialog }));

type Props = Pair & {
  /** What the other side offers or wants: the dialog's subject. */
  title: string;
  /** What stands between the two already, where the page knows; else it is asked for. */
  current?: CurrentIntroduction | null;
  size?: 'small' | 'middle';
};
type Organisation = NonNullable<NonNullable<Session['me']>['organisation']>;

/** The button that asks the owner of an item for an introduction; once asked, what became of it. */
export function RequestIntroduction(props: Props) {
  const { t } = useTranslation('introductions');
  const { me, isPending, can } = useSession();
  const { pathname, search } = useLocation();
  if (isPending) return null;
  if (!me) {
    return (
      <LinkButton to={`/login?next=${encodeURIComponent(pathname + search)}`} type="primary" size={props.size}>
        {t('request.button')}
      </LinkButton>
    );
  }
  if (!me.organisation || !can('introduction.request') || !maySide(me.organisation, props)) return null;
  return <MemberButton {...props} organisation={me.organisation} />;
}

/** A unit asks on demands, an enterprise on achievements; with both items named the server knows the sides. */
function maySide({ kind }: Organisation, { demandId, achievementId }: Pair): boolean {
  if (demandId && achievementId) return true;
  return demandId ? supplierKinds.includes(kind) : kind === 'ENTERPRISE';
}

function MemberButton({ organisation, current: known, title, size = 'middle', ...pair }: Props & { organisation: Organisation }) {
  const { t } = useTranslation('introductions');
  const [isOpen, setOpen] = useState(false);
  const asked = useQuery({ queryKey: introductionKeys.on(pair), queryFn: () => getIntroductionOn(pair), enabled: known === undefined });
  const current = known === undefined ? asked.data : known;
  if (current) return <Current current={current} size={size} />;
  const isVerified = organisation.status === 'VERIFIED';
  const button = (
    <Button type="primary" size={size} disabled={!isVerified || (known === undefined && !asked.isSuccess)} onClick={() => setOpen(true)}>
      {t('request.button')}
    </Button>
  );
  return (
    <>
      {isVerified ? (
        button
      ) : (
        <Tooltip title={t('request.unverified')}>
          <span>{button}</span>
        </Tooltip>
      )}
      <Suspense>
        {isOpen ? <RequestDialog pair={pair} title={title} kind={organisation.kind} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </>
  );
}

function Current({ current, size }: { current: CurrentIntroduction; size: Props['size'] }) {
  const { t } = useTranslation('introductions');
  if (current.status === 'ACCEPTED' && current.negotiationId) {
    return (
      <LinkButton to={`/negotiations/${current.negotiationId}`} size={size}>
        {t('enterTalk')}
      </LinkButton>
    );
  }
  return (
    <span>
      <StatusTag tone="attention">{t('request.asked')}</StatusTag>
      <Link to={`/introductions?open=${current.id}`}>{deadline(current.dueOn).text}</Link>
    </span>
  );
}
