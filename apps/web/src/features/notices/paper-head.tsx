import { Alert, Button, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { noticeFindingSentence, papersInForce, type NoticeFinding } from '@jihui/domain';
import { StatusTag } from '@jihui/ui';
import { moment } from '../../lib/format.js';

type Paper = { id: string; createdAt: string; correctsId: string | null; correctionReason: string | null };
type Props = { paper: Paper; all: readonly Paper[]; title: string; onCorrect: (() => void) | null };

/** Above a paper's facts: when it was entered, whether it corrects another or was corrected itself. */
export function PaperHead({ paper, all, title, onCorrect }: Props) {
  const { t } = useTranslation('notices');
  const isValid = papersInForce(all).includes(paper);
  return (
    <div style={{ marginBottom: 8 }}>
      <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap', alignItems: 'center' }}>
        <strong>{title}</strong>
        <span className="muted num">{t('enteredAt', { at: moment(paper.createdAt) })}</span>
        {isValid ? null : <StatusTag tone="neutral">{t('corrected')}</StatusTag>}
        {isValid && onCorrect ? (
          <Button className="no-print" size="small" type="link" onClick={onCorrect}>
            {t('correct')}
          </Button>
        ) : null}
      </div>
      {paper.correctsId ? <div className="muted">{t('corrects', { reason: paper.correctionReason })}</div> : null}
    </div>
  );
}

/** What is missing or does not agree, for the owner. */
export function PaperFindings({ findings }: { findings: readonly NoticeFinding[] }) {
  return findings.map((finding) => (
    <Alert key={`${finding.code}${finding.found ?? ''}`} type="warning" showIcon title={noticeFindingSentence(finding)} style={{ marginBottom: 8 }} />
  ));
}

/** An attached paper: its name, which opens it for the owner, and the hash of its bytes. */
export function PaperFile({ fileId, fileName, sha256 }: { fileId: string | null; fileName: string | null; sha256: string | null }) {
  return (
    <>
      {fileId ? <a href={`/files/${fileId}`}>{fileName}</a> : null}
      {sha256 ? (
        <Typography.Text className="num" style={{ display: 'block', overflowWrap: 'anywhere', fontFamily: 'monospace', fontSize: 12 }}>
          {`SHA-256 ${sha256}`}
        </Typography.Text>
      ) : null}
    </>
  );
}
