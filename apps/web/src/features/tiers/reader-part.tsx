import { FileOutlined, LockOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Flex } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { day } from '../../lib/format.js';
import { LinkButton } from '../../lib/link-button.js';
import { errorSentence } from '../../lib/sentences.js';
import { AskColleague } from './ask-colleague.js';
import { ndaSteps, openText, refreshTiers, type ConfidentialPart } from './tiers.api.js';

const AcceptDialog = lazy(async () => ({ default: (await import('./accept-dialog.js')).AcceptDialog }));
type Props = { part: ConfidentialPart };

/** What another organisation's reader sees: what there is, and the next step to it; with an agreement in force the content itself. */
export function ReaderPart({ part }: Props) {
  const { t } = useTranslation('tiers');
  const count = part.fileCount;
  const holds = part.hasText && count ? t('holds.both', { count }) : part.hasText ? t('holds.text') : t('holds.files', { count });
  if (part.state === 'OPEN') return <Opened part={part} />;
  return (
    <>
      <p className="reading tier-outline">
        <LockOutlined aria-hidden />{' '}
        {t('outline', { holds, months: part.accessMonths, approval: part.approvalRequired ? t('approval') : '' })}
      </p>
      <h3 className="tier-way">{t('way')}</h3>
      <Way part={part} />
    </>
  );
}

function Way({ part }: Props) {
  const { t } = useTranslation('tiers');
  const { pathname } = useLocation();
  const { state, nda } = part;
  if (state === 'VISITOR')
    return (
      <>
        <p>{t('state.VISITOR')}</p>
        <Flex gap={8} wrap>
          <LinkButton type="primary" to={`/login?next=${encodeURIComponent(`${pathname}#confidential`)}`}>
            {t('signIn')}
          </LinkButton>
          <LinkButton to="/signup">{t('signUp')}</LinkButton>
        </Flex>
      </>
    );
  if (state === 'ASK_COLLEAGUE') return <AskColleague part={part} />;
  if (state === 'WAITING')
    return (
      <>
        <p>{t('state.WAITING', { day: nda ? day(nda.acceptedAt) : '' })}</p>
        <CancelButton part={part} />
      </>
    );
  if (state === 'MAY_ACCEPT')
    return (
      <>
        {nda ? <LastTime nda={nda} /> : null}
        {part.wish ? <p>{t('wish.asks', { name: part.wish.askedByName, purpose: part.wish.purpose })}</p> : null}
        <p>{t('state.MAY_ACCEPT')}</p>
        <AcceptButton part={part} />
      </>
    );
  return <p>{state === 'OWNER' || state === 'OPEN' ? null : t(`state.${state}`)}</p>;
}

function LastTime({ nda }: { nda: NonNullable<ConfidentialPart['nda']> }) {
  const { t } = useTranslation('tiers');
  const known = nda.status === 'DECLINED' || nda.status === 'ENDED' || nda.status === 'CANCELLED' ? nda.status : 'expired';
  return (
    <Alert
      type="info"
      style={{ marginBottom: 12 }}
      title={t(`state.again.${nda.status === 'ENDED' && !nda.reason ? 'expired' : known}`, { reason: nda.reason ?? '' })}
    />
  );
}

function AcceptButton({ part }: Props) {
  const { t } = useTranslation('tiers');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('accept')}
      </Button>
      <Suspense>{isOpen ? <AcceptDialog part={part} onClose={() => setOpen(false)} /> : null}</Suspense>
    </>
  );
}

function CancelButton({ part }: Props) {
  const { t } = useTranslation('tiers');
  const { message } = App.useApp();
  const { nda } = part;
  const cancel = useMutation({
    mutationFn: async () => (nda ? ndaSteps.cancel(nda) : null),
    onSuccess: () => void message.success(t('cancelled')),
    onError: (error) => void message.error(errorSentence(error)),
    onSettled: refreshTiers,
  });
  if (!nda?.availableActions.includes('cancel')) return null;
  return (
    <Button loading={cancel.isPending} onClick={() => cancel.mutate()}>
      {t('cancel')}
    </Button>
  );
}

function Opened({ part }: Props) {
  const { t } = useTranslation('tiers');
  const open = useMutation({ mutationFn: () => openText(part), onSettled: refreshTiers });
  return (
    <>
      <p className="muted">{t('state.OPEN')}</p>
      {open.error ? <Alert type="error" showIcon title={errorSentence(open.error)} style={{ marginBottom: 12 }} /> : null}
      {open.data ? <div className="reading tier-text">{open.data}</div> : null}
      {part.hasText && !open.data ? (
        <Button type="primary" loading={open.isPending} onClick={() => open.mutate()}>
          {t('openText')}
        </Button>
      ) : null}
      {part.files?.length ? (
        <ul className="tier-files">
          {part.files.map((file) => (
            <li key={file.id}>
              <FileOutlined aria-hidden />
              <span className="tier-file-name">{file.name}</span>
              <a href={`/files/confidential/${file.id}`} download aria-label={`${t('download')} ${file.name}`}>
                {t('download')}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
