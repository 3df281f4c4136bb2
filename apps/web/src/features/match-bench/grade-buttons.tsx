import { useMutation } from '@tanstack/react-query';
import { App, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { since } from '../../lib/format.js';
import { errorSentence } from '../../lib/sentences.js';
import { gradeMatch, type Candidate } from './match-bench.api.js';

const levels = [1, 2, 3, 4] as const;

/** One's own grade; those of others appear once it is given. */
export function GradeButtons({ candidate: c, demandId }: { candidate: Candidate; demandId: string }) {
  const { t } = useTranslation('matchBench');
  const { message } = App.useApp();
  const give = useMutation({
    mutationFn: (level: number) => gradeMatch(c.myGradeVersion ?? 0, { demandId, achievementId: c.achievement.id, level }),
    onError: (error: unknown) => void message.error(errorSentence(error)),
  });
  return (
    <div className="bench-grade">
      <Radio.Group
        optionType="button"
        size="small"
        aria-label={t('gradeOf', { title: c.achievement.title })}
        value={c.myGrade}
        disabled={give.isPending}
        options={levels.map((value) => ({ value, label: `${value} ${t(`level.L${value}`)}` }))}
        onChange={(e) => give.mutate(Number(e.target.value))}
      />
      {c.others.map((o) => (
        <span key={`${o.by} ${String(o.at)}`} className="muted num">
          {t('other', { by: o.by, level: o.level, when: since(o.at) })}
        </span>
      ))}
      {!c.others.length && c.otherGrades ? <span className="muted">{t('hidden', { count: c.otherGrades })}</span> : null}
    </div>
  );
}
