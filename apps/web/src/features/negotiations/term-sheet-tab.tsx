import { useMutation } from '@tanstack/react-query';
import { App, Button, Progress, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasAccepted, termSheetOf, type TermKey } from '@jihui/domain';
import { EmptyState } from '@jihui/ui';
import { errorSentence } from '../../lib/sentences.js';
import { acceptTerms, refreshRoom, type Negotiation } from './negotiations.api.js';
import { TermClauseView } from './term-clause.js';
import { TermsForm } from './terms-form.js';

type Props = { talk: Negotiation; editing: TermKey | 'all' | null; onEdit: (what: TermKey | 'all' | null) => void };

/** The term sheet as a tree of clauses: each one proposed, accepted or countered by itself, and all of it comparable with an earlier version. */
export function TermSheetTab({ talk, editing, onEdit }: Props) {
  const { t } = useTranslation('negotiations');
  const { message } = App.useApp();
  const [compared, setCompared] = useState<number | null>(null);
  const accept = useMutation({
    mutationFn: (clauses: { key: TermKey; number: number }[]) => acceptTerms({ negotiationId: talk.id, clauses }),
    onSuccess: () => void message.success(t('done.accepted')),
    onError: (error) => void message.error(errorSentence(error)),
    onSettled: () => refreshRoom(),
  });
  const sheet = termSheetOf(talk.termWordings);
  const maySave = talk.availableActions.includes('saveTermSheet');
  if (editing && maySave) return <TermsForm key={editing} talk={talk} sheet={sheet} only={editing === 'all' ? null : editing} onDone={() => onEdit(null)} />;
  if (sheet.number === 0) {
    const fill = (
      <Button type="primary" onClick={() => onEdit('all')}>
        {t('terms.fill')}
      </Button>
    );
    return <EmptyState text={t('terms.none')} action={maySave ? fill : undefined} />;
  }
  const required = sheet.clauses.filter((c) => c.isRequired);
  const settled = required.filter((c) => c.isSettled).length;
  const mine = sheet.clauses.flatMap(({ key, current, awaits }) => (current && talk.mySide && awaits.includes(talk.mySide) ? [{ key, number: current.number }] : []));
  const before = compared === null ? null : termSheetOf(talk.termWordings, compared);
  return (
    <>
      <div className="terms-head">
        <div className="terms-progress">
          <span>{t('terms.progress', { settled, count: required.length })}</span>
          <Progress percent={Math.round((settled / required.length) * 100)} size="small" showInfo={false} aria-label={t('terms.progress', { settled, count: required.length })} />
        </div>
        <Select
          aria-label={t('terms.compare')}
          value={compared ?? 0}
          onChange={(number: number) => setCompared(number || null)}
          options={[
            { value: 0, label: t('terms.compareNone', { number: sheet.number }) },
            ...Array.from({ length: sheet.number - 1 }, (_, i) => ({ value: i + 1, label: t('terms.compareWith', { number: i + 1 }) })),
          ]}
        />
        {mine.length > 1 && talk.availableActions.includes('confirmTermSheet') ? (
          <Button loading={accept.isPending} onClick={() => accept.mutate(mine)}>
            {t('terms.acceptAll', { count: mine.length })}
          </Button>
        ) : null}
        {sheet.missing.length && maySave ? <Button onClick={() => onEdit('all')}>{t('terms.fillRest', { count: sheet.missing.length })}</Button> : null}
      </div>
      {talk.contractId ? <p className="muted">{t('terms.inContract')}</p> : null}
      {sheet.branches.map(({ section, clauses }) => (
        <section key={section} className="term-branch" aria-labelledby={`section-${section}`}>
          <h3 id={`section-${section}`}>{t(`terms.section.${section}`)}</h3>
          <ul>
            {clauses.map((clause) => (
              <TermClauseView
                key={clause.key}
                talk={talk}
                clause={clause}
                // Without a version to compare with, what is open is shown against the words before it.
                base={before ? (before.clauses.find((c) => c.key === clause.key)?.current ?? null) : clause.isSettled ? undefined : clause.wordings[1]}
                isBusy={accept.isPending}
                onAccept={accept.mutate}
                onEdit={onEdit}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** How many clauses wait for this side. */
export function waitingFor(talk: Negotiation): number {
  const side = talk.mySide;
  return side ? termSheetOf(talk.termWordings).clauses.filter((c) => c.current && !hasAccepted(c.current, side)).length : 0;
}
