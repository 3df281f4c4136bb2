import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { termProposal, termsOfValues, termTree, termValues, valuesOfTerms, type ContractType, type TermKey, type Terms, type TermSheet } from '@jihui/domain';
import { ZodForm } from '@jihui/ui';
import { LongText } from '../../lib/limited-text.js';
import { dropCopy, keepCopy, readCopy } from '../../lib/local-copy.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { proposeTerms, refreshRoom, type Negotiation, type Wording } from './negotiations.api.js';
import { TermFields } from './term-fields.js';

type Props = { talk: Negotiation; sheet: TermSheet<Wording>; only: TermKey | null; onDone: () => void };
type Typed = { terms: Terms; reason: string };

/** New words for one clause, or for all that nobody has worded yet. What is typed stays in this browser until it is sent. */
export function TermsForm({ talk, sheet, only, onDone }: Props) {
  const { t } = useTranslation(['negotiations', 'codes', 'common']);
  const [form] = Form.useForm();
  const name = `terms.${talk.id}.${only ?? 'all'}`;
  const [copy] = useState(() => readCopy<Typed>(name));
  const [basedOn] = useState(sheet.number);
  const chosen = Form.useWatch<ContractType | undefined>(['terms', 'type'], { form, preserve: true });
  const type = chosen ?? sheet.type;
  const known = new Set(sheet.clauses.filter((c) => c.current).map((c) => c.key));
  const branches = termTree(type)
    .map(({ section, clauses }) => ({ section, clauses: clauses.filter((c) => (only ? c.key === only : !known.has(c.key))) }))
    .filter((branch) => branch.clauses.length > 0);
  const isCounter = only !== null && known.has(only);
  const schema = isCounter ? termProposal.extend({ reason: z.string().trim().min(2).max(1000) }) : termProposal;
  const start = { negotiationId: talk.id, basedOn, reason: '', terms: startOf(talk, sheet, only) };
  return (
    <>
      {copy ? (
        <Alert
          type="info"
          showIcon
          title={t('terms.restored')}
          style={{ marginBottom: 16 }}
          action={
            <Button size="small" onClick={() => (dropCopy(name), form.resetFields(), form.setFieldsValue(start))}>
              {t('terms.discard')}
            </Button>
          }
        />
      ) : null}
      <ZodForm
        form={form}
        schema={schema}
        keptAs={null}
        initialValues={{ ...start, ...copy?.values, negotiationId: talk.id, basedOn: copy?.base ?? basedOn }}
        onValuesChange={(_changed, all) => keepCopy(name, { values: all, base: basedOn, at: new Date().toISOString() })}
        onSubmit={async (proposal) => {
          await proposeTerms({ ...proposal, terms: shownOf(proposal.terms, branches.flatMap((b) => b.clauses.map((c) => c.key))) });
          dropCopy(name);
          await refreshRoom();
          onDone();
        }}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => labelOf(path, (field) => t(`field.${field}` as 'field.title', { defaultValue: '' }), type)}
        summaryTitle={t('common:formErrorsTitle')}
        submitText={isCounter ? t('terms.sendCounter') : t('terms.send')}
        extraActions={<Button onClick={onDone}>{t('common:back')}</Button>}
      >
        {branches.map(({ section, clauses }) => (
          <fieldset key={section} className="term-fields">
            <legend>{t(`terms.section.${section}`)}</legend>
            {clauses.map((clause) => (
              <TermFields key={clause.key} clause={clause} />
            ))}
          </fieldset>
        ))}
        {isCounter ? (
          <Form.Item name="reason" label={t('field.reason')} extra={t('help.reason')}>
            <LongText autoSize={{ minRows: 2, maxRows: 6 }} max={1000} />
          </Form.Item>
        ) : null}
      </ZodForm>
    </>
  );
}

/** What stands there, or a beginning: the talk's title, and the usual words of required clauses. */
function startOf(talk: Negotiation, sheet: TermSheet<Wording>, only: TermKey | null): Terms {
  const now = termsOfValues(termValues(sheet));
  if (only) return shownOf(now, [only]);
  return sheet.number === 0 ? { title: talk.title } : {};
}

/** Only what the form shows is proposed: a clause of a type that was chosen for a moment is not. */
function shownOf(terms: Terms, keys: readonly TermKey[]): Terms {
  return termsOfValues(new Map([...valuesOfTerms(terms)].filter(([key]) => keys.includes(key))));
}

function labelOf(path: string, worded: (field: string) => string, type: ContractType | null): string {
  const field = path.replace('terms.', '');
  const heading = termTree(type).flatMap((b) => b.clauses).find((c) => c.key === field)?.heading;
  return heading ?? worded(field);
}
