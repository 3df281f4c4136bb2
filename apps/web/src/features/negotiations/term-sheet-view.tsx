import { CheckCircleFilled, ClockCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { changedTerms, formatYuan, redline, termSheetFields, type TermSheet as Terms } from '@jihui/domain';
import { moment } from '../../lib/format.js';
import { money } from '../../lib/money.js';
import type { Negotiation, TermSheet } from './negotiations.api.js';

/** One version of the terms, with what it changed of the one before. */
export function TermSheetView({ sheet, before }: { sheet: TermSheet; before: TermSheet | undefined }) {
  const { t } = useTranslation('negotiations');
  const word = useTermWords();
  const changed = new Set<string>(before ? changedTerms(before, sheet) : []);
  return (
    <dl className="terms">
      {termSheetFields.map((field) => (
        <div key={field} className={changed.has(field) ? 'term changed' : 'term'}>
          <dt className="muted">{t(`field.${field}`)}</dt>
          <dd title={field === 'totalAmount' ? formatYuan(sheet.totalAmount) : undefined}>
            {before && changed.has(field) ? <Redlined before={word(field, before)} after={word(field, sheet)} /> : word(field, sheet)}
            {before && changed.has(field) ? <div className="term-before muted">{t('terms.redline', { number: before.number })}</div> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What this version took out and put in; read aloud as deletions and insertions. */
function Redlined({ before, after }: { before: string; after: string }) {
  return redline(before, after).map(({ kind, text }, i) =>
    kind === 'same' ? <span key={i}>{text}</span> : kind === 'added' ? <ins key={i}>{text}</ins> : <del key={i}>{text}</del>,
  );
}

/** The words of a term, as a person reads it. */
function useTermWords(): (field: keyof Terms, terms: Terms) => string {
  const { t } = useTranslation(['negotiations', 'codes']);
  return (field, terms) => {
    switch (field) {
      case 'type':
        return t(`codes:contractType.${terms.type}`);
      case 'paymentMode':
        return t(`codes:paymentMode.${terms.paymentMode}`);
      case 'totalAmount':
        return money(terms.totalAmount);
      case 'termMonths':
        return t('terms.months', { count: terms.termMonths });
      default:
        return terms[field];
    }
  };
}

/** Who has agreed with this version, side by side. */
export function Confirmations({ talk, sheet }: { talk: Negotiation; sheet: TermSheet }) {
  const { t } = useTranslation('negotiations');
  const sides = [
    { side: 'SUPPLIER', name: talk.supplierName, at: sheet.supplierConfirmedAt, by: sheet.supplierConfirmedByName },
    { side: 'DEMANDER', name: talk.demanderName, at: sheet.demanderConfirmedAt, by: sheet.demanderConfirmedByName },
  ] as const;
  return (
    <ul className="confirmations" aria-label={t('terms.confirmations')}>
      {sides.map(({ side, name, at, by }) => (
        <li key={side} className={at ? 'confirmation given' : 'confirmation'}>
          {at ? <CheckCircleFilled aria-hidden /> : <ClockCircleOutlined aria-hidden />}
          <div>
            <div>{`${t(`sideOf.${side}`)} · ${name ?? ''}`}</div>
            <div className="muted num">{at ? t('terms.confirmedBy', { name: by ?? '', when: moment(at) }) : t('terms.notConfirmed')}</div>
          </div>
        </li>
      ))}
    </ul>
  );
}
