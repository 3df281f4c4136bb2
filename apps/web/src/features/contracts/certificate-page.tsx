import { useQuery } from '@tanstack/react-query';
import { Alert, Button, QRCode } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Loading, PageFrame, Panel, ShareButtons, StatusTag, type Tone } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { ApiError } from '../../lib/api.js';
import { moment } from '../../lib/format.js';
import { getCertificate, type Certificate } from './register.api.js';
import { VerifyBox } from './verify-box.js';
import './certificate.css';

const stateTone = { VALID: 'good', CHANGED: 'good', PERFORMED: 'good', DEREGISTERED: 'neutral', REVOKED: 'bad' } as const satisfies Record<Certificate['state'], Tone>;

/** The certificate as anybody verifies and prints it, on one sheet of A4. */
export function CertificatePage() {
  const { t } = useTranslation(['contracts', 'common']);
  const { number = '' } = useParams();
  usePageTitle(`${t('verify.certificate')} ${number}`);
  const { data, error, dataUpdatedAt, refetch } = useQuery({ queryKey: ['certificate', number], queryFn: () => getCertificate(number) });
  if (error instanceof ApiError && error.code === 'NOT_FOUND') {
    return (
      <PageFrame title={t('verify.title')}>
        <Alert type="error" showIcon title={t('verify.notFound', { number })} style={{ marginBottom: 16 }} />
        <Panel>
          <VerifyBox key={number} number={number} />
        </Panel>
      </PageFrame>
    );
  }
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  return (
    <div className="certificate-page">
      <div className="certificate-tools no-print">
        <Link to="/verify">{t('verify.another')}</Link>
        <span style={{ flex: 1 }} />
        <Button href={`/exports/certificates/${data.number}.pdf`} download>
          {t('verify.pdf')}
        </Button>
        <ShareButtons copyText={t('common:copyLink')} copiedText={t('common:copied')} printText={t('common:print')} />
      </div>
      <Sheet certificate={data} checkedAt={new Date(dataUpdatedAt)} />
    </div>
  );
}

function Sheet({ certificate: c, checkedAt }: { certificate: Certificate; checkedAt: Date }) {
  const { t } = useTranslation(['contracts', 'codes', 'common']);
  const { showsDemoData } = useSession();
  const address = `${window.location.origin}/verify/${c.number}`;
  const lines: [string, string | null][] = [
    [t('verify.number'), c.number],
    [t('verify.project'), c.title],
    [t('verify.type'), t(`codes:contractType.${c.type}`)],
    [t('verify.seller'), c.sellerName],
    [t('verify.buyer'), c.buyerName],
    [t('verify.broker'), c.brokerName],
    [t('verify.branch'), c.branchName],
    [t('verify.day'), c.registeredOn],
    [t('verify.nationalNo'), c.nationalNo],
    [t('verify.changedOn'), c.changedOn && t('verify.changedNote', { day: c.changedOn, version: c.registeredVersion })],
    [c.state === 'VALID' || c.state === 'CHANGED' ? '' : t(`verify.ended.${c.state}`), c.endedOn],
  ];
  return (
    <article className="certificate" aria-labelledby="certificate-title">
      <header>
        <div className="certificate-brand">{`${t('common:brand')} · ${t('common:tagline')}`}</div>
        <h1 id="certificate-title">{t('verify.certificate')}</h1>
        <div>
          <span className="muted">{t('verify.stateLabel')} </span>
          <StatusTag tone={stateTone[c.state]}>{t(`verify.state.${c.state}`)}</StatusTag>
        </div>
      </header>
      <dl>
        {lines.map(([label, value]) =>
          value ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="num">{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {c.state === 'REVOKED' || c.state === 'DEREGISTERED' ? (
        <Alert type="error" showIcon title={t(`verify.state.${c.state}`)} description={t('verify.voidSince', { day: c.endedOn ?? '' })} style={{ marginBlock: 12 }} />
      ) : (
        <p>{t('verify.statement')}</p>
      )}
      {c.ledger ? <LedgerNote place={c.ledger} /> : null}
      <footer>
        <figure>
          <QRCode type="svg" value={address} size={132} bordered={false} errorLevel="M" aria-label={`${t('verify.scan')} ${address}`} />
          <figcaption>{t('verify.scan')}</figcaption>
        </figure>
        <div className="certificate-notes">
          <div className="num">{address}</div>
          <div className="num">{t('verify.asOf', { time: moment(checkedAt) })}</div>
          <div>{t('verify.note')}</div>
          {showsDemoData ? <strong>{t('verify.demo')}</strong> : null}
        </div>
      </footer>
    </article>
  );
}

/** Where the registration stands in the public ledger, so that the paper can be compared with an export. */
function LedgerNote({ place }: { place: NonNullable<Certificate['ledger']> }) {
  const { t } = useTranslation('contracts');
  const { chain, seq, hash, day, root } = place;
  return (
    <section className="certificate-ledger">
      <Link to="/ledger">{t('verify.ledger', { chain, seq })}</Link>
      <div className="certificate-hash">{hash}</div>
      <div>{root ? t('verify.dayRoot', { day }) : t('verify.rootPending', { day })}</div>
      {root ? <div className="certificate-hash">{root}</div> : null}
    </section>
  );
}
