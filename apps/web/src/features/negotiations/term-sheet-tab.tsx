import { useMutation } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@jihui/ui';
import { moment } from '../../lib/format.js';
import { errorSentence } from '../../lib/sentences.js';
import { confirmTermSheet, refreshRoom, type Negotiation } from './negotiations.api.js';
import { TermSheetForm } from './term-sheet-form.js';
import { Confirmations, TermSheetView } from './term-sheet-view.js';

type Props = { talk: Negotiation; isEditing: boolean; onEdit: (editing: boolean) => void };

/** The terms: the last version with both confirmations, earlier ones to compare, and the form for the next. */
export function TermSheetTab({ talk, isEditing, onEdit }: Props) {
  const { t } = useTranslation('negotiations');
  const [chosen, setChosen] = useState<number | null>(null);
  const [last] = talk.termSheets;
  const maySave = talk.availableActions.includes('saveTermSheet');
  if (isEditing && maySave) return <TermSheetForm talk={talk} onDone={() => onEdit(false)} />;
  const sheet = talk.termSheets.find((s) => s.number === chosen) ?? last;
  if (!sheet) {
    return (
      <EmptyState
        text={t('terms.none')}
        action={
          maySave ? (
            <Button type="primary" onClick={() => onEdit(true)}>
              {t('terms.fill')}
            </Button>
          ) : undefined
        }
      />
    );
  }
  const before = talk.termSheets.find((s) => s.number === sheet.number - 1);
  return (
    <>
      <div className="terms-head">
        <Select
          aria-label={t('terms.version')}
          value={sheet.number}
          onChange={setChosen}
          options={talk.termSheets.map((s) => ({
            value: s.number,
            label: t(s.number === last?.number ? 'terms.versionLast' : 'terms.versionOf', { number: s.number }),
          }))}
        />
        <span className="muted">{t('terms.savedBy', { name: sheet.savedByName, when: moment(sheet.createdAt) })}</span>
      </div>
      <Confirmations talk={talk} sheet={sheet} />
      <TermSheetView sheet={sheet} before={before} />
      {sheet.number === last?.number ? (
        <TermActions talk={talk} number={sheet.number} onEdit={() => onEdit(true)} />
      ) : (
        <p className="muted">{t('terms.old')}</p>
      )}
    </>
  );
}

function TermActions({ talk, number, onEdit }: { talk: Negotiation; number: number; onEdit: () => void }) {
  const { t } = useTranslation('negotiations');
  const { message } = App.useApp();
  const confirm = useMutation({
    mutationFn: () => confirmTermSheet(talk.id, number),
    onSuccess: () => void message.success(t('done.confirmed')),
    onError: (error) => void message.error(errorSentence(error)),
    onSettled: () => refreshRoom(),
  });
  return (
    <div className="room-actions">
      {talk.nextStep === 'CONFIRM_TERM_SHEET' ? (
        <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate()}>
          {t('terms.confirm', { number })}
        </Button>
      ) : null}
      {talk.availableActions.includes('saveTermSheet') ? <Button onClick={onEdit}>{t('terms.change')}</Button> : null}
      {talk.contractId ? <span className="muted">{t('terms.inContract')}</span> : null}
    </div>
  );
}
