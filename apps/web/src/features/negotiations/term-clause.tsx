import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TermClause, TermKey } from '@jihui/domain';
import { StatusTag } from '@jihui/ui';
import { moment } from '../../lib/format.js';
import type { Negotiation, Wording } from './negotiations.api.js';
import { Redlined, useTermWords } from './term-words.js';

type Props = {
  talk: Negotiation;
  clause: TermClause<Wording>;
  /** The wording that it is compared with; null when the clause did not exist then, undefined when it is not compared. */
  base: Wording | null | undefined;
  isBusy: boolean;
  onAccept: (refs: { key: TermKey; number: number }[]) => void;
  onEdit: (key: TermKey) => void;
};

/** A clause: what it says, where it stands, and what this side can do about it. */
export function TermClauseView({ talk, clause, base, isBusy, onAccept, onEdit }: Props) {
  const { t } = useTranslation('negotiations');
  const wordsOf = useTermWords();
  const [isOpen, setOpen] = useState(false);
  const { key, current, wordings } = clause;
  const maySave = talk.availableActions.includes('saveTermSheet');
  const mayAccept = talk.availableActions.includes('confirmTermSheet') && talk.mySide !== null && clause.awaits.includes(talk.mySide);
  const words = current ? wordsOf(key, current) : '';
  const isCompared = current && base !== undefined && base?.number !== current.number;
  return (
    <li className={`clause ${stateOf(talk, clause).toLowerCase()}`}>
      <div className="clause-head">
        <strong>{clause.heading}</strong>
        <ClauseState talk={talk} clause={clause} />
        {clause.isRequired ? null : <Tag>{t('terms.optional')}</Tag>}
      </div>
      {current ? (
        <p className="clause-words">{isCompared ? <Redlined before={base ? wordsOf(key, base) : ''} after={words} /> : words}</p>
      ) : (
        <p className="muted clause-hint">
          {[clause.hint, clause.defaultRule ? t('terms.byLaw', { basis: clause.defaultRule.basis, text: clause.defaultRule.text }) : null].filter(Boolean).join('')}
        </p>
      )}
      {current ? <Proposed wording={current} /> : null}
      <div className="clause-actions">
        {mayAccept && current ? (
          <Button size="small" type="primary" disabled={isBusy} aria-label={t('terms.acceptOne', { clause: clause.heading })} onClick={() => onAccept([{ key, number: current.number }])}>
            {t('terms.accept')}
          </Button>
        ) : null}
        {maySave ? (
          <Button size="small" aria-label={`${current ? t('terms.counter') : t('terms.propose')} ${clause.heading}`} onClick={() => onEdit(key)}>
            {current ? t('terms.counter') : t('terms.propose')}
          </Button>
        ) : null}
        {wordings.length > 1 ? (
          <Button size="small" type="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t('terms.history', { count: wordings.length })}
          </Button>
        ) : null}
      </div>
      {isOpen ? (
        <ol className="clause-history">
          {wordings.map((wording, i) => {
            const before = wordings[i + 1];
            return (
              <li key={wording.id}>
                <Proposed wording={wording} />
                <p className="clause-words">{before ? <Redlined before={wordsOf(key, before)} after={wordsOf(key, wording)} /> : wordsOf(key, wording)}</p>
              </li>
            );
          })}
        </ol>
      ) : null}
    </li>
  );
}

type State = 'MISSING' | 'SETTLED' | 'AWAITS_ME' | 'AWAITS_OTHER' | 'AWAITS_BOTH';
function stateOf(talk: Negotiation, { current, isSettled, awaits }: TermClause): State {
  if (!current) return 'MISSING';
  if (isSettled) return 'SETTLED';
  if (awaits.length > 1 && talk.mySide === null) return 'AWAITS_BOTH';
  return talk.mySide !== null && awaits.includes(talk.mySide) ? 'AWAITS_ME' : 'AWAITS_OTHER';
}
const tone = { MISSING: 'neutral', SETTLED: 'good', AWAITS_ME: 'attention', AWAITS_OTHER: 'active', AWAITS_BOTH: 'active' } as const;

function ClauseState({ talk, clause }: { talk: Negotiation; clause: TermClause }) {
  const { t } = useTranslation('negotiations');
  const state = stateOf(talk, clause);
  const [side] = clause.awaits;
  // A broker is told which side is waited for.
  const word = state === 'AWAITS_OTHER' && talk.mySide === null && side ? t('terms.awaits', { side: t(`sideOf.${side}`) }) : t(`terms.state.${state}`);
  return <StatusTag tone={tone[state]}>{word}</StatusTag>;
}

/** Who has put it so, when and why, and who has accepted it. */
function Proposed({ wording: w }: { wording: Wording }) {
  const { t } = useTranslation('negotiations');
  const accepted = [
    w.supplierAcceptedAt && w.side !== 'SUPPLIER' ? t('terms.acceptedBy', { side: t('sideOf.SUPPLIER'), name: w.supplierAcceptedByName ?? '', when: moment(w.supplierAcceptedAt) }) : null,
    w.demanderAcceptedAt && w.side !== 'DEMANDER' ? t('terms.acceptedBy', { side: t('sideOf.DEMANDER'), name: w.demanderAcceptedByName ?? '', when: moment(w.demanderAcceptedAt) }) : null,
  ];
  return (
    <p className="clause-note muted">
      {[t('terms.proposedBy', { number: w.number, side: t(`sideOf.${w.side}`), name: w.proposedByName, when: moment(w.createdAt) }), ...accepted].filter(Boolean).join('；')}
      {w.reason ? <span className="clause-reason">{t('terms.because', { reason: w.reason })}</span> : null}
    </p>
  );
}
