import { FilePdfOutlined, FileWordOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loading, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { documentUrl, getWholeText, nationalFormUrl, textKeys } from './contract-texts.api.js';
import { MarkedText } from './marked-text.js';
import { QuestionList } from './question-list.js';
import { SignedCopies } from './signed-copies.js';
import './contract-texts.css';

type Props = { contractId: string; mayEdit: boolean; isConfirmed: boolean; withCopies?: boolean };

/** The contract as it is printed, beside what the checker asks about it; the same for both sides and the reviewers. */
export function WholeTextPanel({ contractId, mayEdit, isConfirmed, withCopies = true }: Props) {
  const { t } = useTranslation(['contractTexts', 'clauses']);
  const prefix = useId();
  const { data, error, refetch } = useQuery({ queryKey: textKeys.one(contractId), queryFn: () => getWholeText(contractId) });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  const idOf = (index: number) => `${prefix}q${index}`;
  const go = (index: number) => {
    const place = document.getElementById(idOf(index));
    place?.scrollIntoView({ block: 'center' });
    place?.focus({ preventScroll: true });
  };
  const count = data.questions.length;
  return (
    <>
      <div className="text-tools">
        {mayEdit ? (
          <Link to={`/contracts/${contractId}/text`}>
            <Button type="primary">{t('draft')}</Button>
          </Link>
        ) : null}
        <Button icon={<FilePdfOutlined />} href={documentUrl(contractId, 'pdf')} download>
          {t('print')}
        </Button>
        <Button icon={<FileWordOutlined />} href={documentUrl(contractId, 'docx')} download>
          {t('word')}
        </Button>
        <Button href={nationalFormUrl(contractId, 'xlsx')} download>
          {t('formXlsx')}
        </Button>
        <Button href={nationalFormUrl(contractId, 'json')} download>
          {t('formJson')}
        </Button>
        <span className="muted num">{t('version', { revision: data.revision })}</span>
      </div>
      <div className="text-beside">
        <Panel title={t('text')}>
          <MarkedText text={data.text} name={data.name} headings={data.articles.map((a) => a.heading)} marks={data.questions} idOf={idOf} />
          <p className="muted text-hash">
            {t('checksum')} <span className="num">{data.sha256}</span>
          </p>
        </Panel>
        <Panel title={count ? `${t('questions')} · ${t('clauses:count', { count })}` : t('questions')}>
          <QuestionList questions={data.questions} onGo={go} />
        </Panel>
      </div>
      {withCopies ? <SignedCopies contractId={contractId} text={data} mayAdd={mayEdit} isConfirmed={isConfirmed} /> : null}
    </>
  );
}
