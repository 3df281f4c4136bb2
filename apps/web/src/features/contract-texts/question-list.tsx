import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ClauseGroup, ClauseRuleCode } from '@jihui/domain';

export type ShownQuestion = {
  code: ClauseRuleCode;
  group: ClauseGroup;
  basis: string;
  certainty: string;
  words: string;
  start: number | null;
  params: unknown;
};
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The figures of a sentence; what is missing of a patent is a list of codes. */
function useParams() {
  const { t } = useTranslation('clauses');
  return (params: unknown): Record<string, unknown> => {
    if (!isRecord(params)) return {};
    const missing = params['missing'];
    if (typeof missing !== 'string') return params;
    return { ...params, missing: missing.split(' ').map((m) => t(`patentDetail.${m}` as 'patentDetail.name')).join('、') };
  };
}

/** What the checker asks, each with its words, its advice and its article. It advises: nothing here is a decision. */
export function QuestionList({ questions, onGo }: { questions: readonly ShownQuestion[]; onGo: (index: number) => void }) {
  const { t } = useTranslation('clauses');
  const paramsOf = useParams();
  if (!questions.length) return <p className="muted">{t('none')}</p>;
  return (
    <>
      <p className="muted clause-note">{t('note')}</p>
      <ol className="clause-questions">
        {questions.map((q, i) => (
          <li key={`${q.code} ${q.start ?? i}`}>
            <div className="clause-question-head">
              <strong>{t(`title.${q.code}`)}</strong>
              <Tag>{t(`group.${q.group}`)}</Tag>
            </div>
            {q.words && q.start !== null ? <blockquote>{q.words.length > 80 ? `${q.words.slice(0, 80)}…` : q.words}</blockquote> : null}
            <div>{t(`advice.${q.code}`, paramsOf(q.params))}</div>
            <div className="muted clause-basis">
              {t('basis', { basis: q.basis })}
              {q.certainty === 'P' ? t('certaintyP') : null}
              {q.start === null ? ` · ${t('notInText')}` : null}
            </div>
            {q.start === null ? null : (
              <Button type="link" size="small" className="clause-go" onClick={() => onGo(i)}>
                {t('goTo')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
