import { CheckOutlined, MinusOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { MatchConstraints } from '@jihui/domain';
import { useConstraintWord } from './constraint-bar.js';
import { Verdict } from './match-figures.js';
import type { Explanation } from './explanation.api.js';
import type { MatchFigures } from './matches.api.js';

/** Key words of the demand, one by one: in the achievement's text or not. */
export function KeyTermList({ match: { covered, missing } }: { match: Pick<MatchFigures, 'covered' | 'missing'> }) {
  const { t } = useTranslation('matches');
  const all = covered.length + missing.length;
  if (!all) return <p>{t('noKeyTerms')}</p>;
  return (
    <>
      <p className="match-terms-line">{t('covers', { count: covered.length, all })}</p>
      {covered.length ? <Words label={t('termsCovered')} words={covered} isCovered /> : null}
      {missing.length ? <Words label={t('termsMissing')} words={missing} /> : null}
    </>
  );
}

function Words({ label, words, isCovered = false }: { label: string; words: readonly string[]; isCovered?: boolean }) {
  const Icon = isCovered ? CheckOutlined : MinusOutlined;
  return (
    <div className="match-words">
      <span className="match-words-label">{label}</span>
      <ul aria-label={label}>
        {words.map((word) => (
          <li key={word} className={isCovered ? 'match-word covered' : 'match-word'}>
            <Icon aria-hidden />
            {word}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the reader insists on himself, answered by the other side's item. */
export function ConstraintAnswers({ answers, constraints, isDemand }: { answers: Explanation['constraints']; constraints: MatchConstraints; isDemand: boolean }) {
  const { t } = useTranslation('matches');
  const word = useConstraintWord(constraints, isDemand);
  if (!answers.length) return null;
  return (
    <>
      <h3 className="match-sub">{t('constraint.own')}</h3>
      <ul className="match-musts">
        {answers.map((answer) => (
          <li key={answer.constraint}>
            <Verdict verdict={answer.verdict}>{`${word(answer)}：${t(`verdict.${answer.verdict}`)}`}</Verdict>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where two texts meet by the dictionary and not by their own words. */
export function SynonymLines({ synonyms }: { synonyms: Explanation['synonyms'] }) {
  const { t } = useTranslation('matches');
  if (!synonyms.length) return null;
  const said = (words: readonly string[]): string => words.map((w) => `“${w}”`).join('、');
  return (
    <>
      <h3 className="match-sub">{t('synonym.title')}</h3>
      <ul className="match-declined">
        {synonyms.map(({ demand, achievement, added }) => (
          <li key={demand.join()}>
            {demand.join() === achievement.join()
              ? t('synonym.same', { word: said(demand), added: said(added) })
              : t('synonym.met', { demand: said(demand), achievement: said(achievement) })}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Shared strings that one of the texts does not hold as they are: it says the same in another word of the dictionary. */
export function unwrittenOf({ match, demandTexts, achievementTexts, synonyms }: Explanation): string[] {
  if (!synonyms.length) return [];
  const marked = (texts: Explanation['demandTexts'], term: number): boolean => texts.some((text) => text.spans.some((span) => span.term === term));
  const words = synonyms.flatMap((s) => [...s.demand, ...s.achievement, ...s.added]);
  const isOfDictionary = (text: string): boolean => words.some((word) => word.includes(text) || text.includes(word));
  return match.shared.filter(({ text }, i) => isOfDictionary(text) && !(marked(demandTexts, i) && marked(achievementTexts, i))).map((s) => s.text);
}
