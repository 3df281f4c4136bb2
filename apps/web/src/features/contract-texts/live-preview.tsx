import { Alert } from 'antd';
import { useDeferredValue, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { checkClauses, contractDocument, documentText, openArticles, type ContractTextDraft, type ContractType } from '@jihui/domain';
import { MarkedText } from './marked-text.js';
import { QuestionList } from './question-list.js';

type Party = { name: string; uscc: string; place: string };
type Props = { content: ContractTextDraft; type: ContractType; parties: readonly Party[]; withQuestions: boolean };
const unnamed: Party = { name: '', uscc: '', place: '' };

/** The text as it will be printed, made anew while one writes; the checker is the one of the server. */
export function LivePreview({ content, type, parties, withQuestions }: Props) {
  const { t } = useTranslation(['contractTexts', 'clauses']);
  const prefix = useId();
  const written = useDeferredValue(content);
  const { doc, text, questions } = useMemo(() => {
    const [buyer = unnamed, seller = unnamed, broker = null] = parties;
    const made = contractDocument({ content: { ...written, type }, clauses: written.clauses, buyer, seller, broker, number: null });
    const whole = documentText(made);
    return { doc: made, text: whole, questions: withQuestions ? checkClauses(type, whole) : [] };
  }, [written, type, parties, withQuestions]);
  const open = openArticles(doc).length;
  const idOf = (index: number) => `${prefix}q${index}`;
  const shown = questions.map((q) => ({ ...q, start: q.span?.start ?? null, end: q.span?.end ?? null }));
  return (
    <div className={withQuestions ? 'text-beside' : 'drafting-preview'}>
      <div>
        {open ? <Alert type="warning" showIcon title={t('openArticles', { count: open })} style={{ marginBottom: 12 }} /> : null}
        <MarkedText text={text} name={doc.name} headings={doc.articles.map((a) => a.heading)} marks={shown} idOf={idOf} />
      </div>
      {withQuestions ? (
        <section aria-label={t('questions')}>
          <QuestionList questions={shown} onGo={(i) => document.getElementById(idOf(i))?.scrollIntoView({ block: 'center' })} />
        </section>
      ) : null}
    </div>
  );
}
