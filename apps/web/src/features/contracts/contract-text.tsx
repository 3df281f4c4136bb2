import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClauseField } from '@jihui/domain';
import { Panel } from '@jihui/ui';
import type { Contract } from './contracts.api.js';

/** What is shown as text, one panel each. */
export const clauses: readonly ClauseField[] = ['subject', 'paymentTerms', 'ipOwnership', 'acceptance', 'confidentiality'];

/** The text with the words marked that a check is about. */
function Marked({ text, words }: { text: string; words: readonly string[] }): ReactNode {
  const wanted = words.filter((w) => w && text.includes(w));
  if (!wanted.length) return text;
  const pattern = new RegExp(`(${wanted.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'u');
  return text.split(pattern).map((part, i) => (wanted.includes(part) ? <mark key={i}>{part}</mark> : part));
}

/** The clauses of a contract in their order, with the marks of the checks and what has changed since the last return. */
export function ContractText({ contract, showChanges = false }: { contract: Contract; showChanges?: boolean }) {
  const { t } = useTranslation('contracts');
  const quotes = contract.checks.filter((c) => !c.ok).flatMap((c) => c.quotes);
  const before = new Map(showChanges ? contract.changes.map((c) => [c.field, c.before]) : []);
  return clauses.map((field) => (
    <Panel
      key={field}
      title={t(`field.${field}`)}
      extra={before.has(field) ? <span className="contract-changed">{t('page.changed')}</span> : undefined}
    >
      <div className="reading">
        {contract[field] ? (
          <Marked text={contract[field]} words={quotes.filter((q) => q.field === field).map((q) => q.words)} />
        ) : (
          <span className="muted">{t('page.empty')}</span>
        )}
      </div>
      {before.has(field) ? (
        <div className="contract-before">
          <span className="muted">{t('page.before')}</span>
          <del>{before.get(field) ?? ''}</del>
        </div>
      ) : null}
    </Panel>
  ));
}
