import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import { Alert, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  clarityFigures,
  demandWritingSteps,
  textsNaming,
  textsWithContact,
  type AnsweredPoint,
  type Clarity,
  type ClarityPoint,
  type DemandInput,
  type DemandStep,
  type PublicText,
} from '@jihui/domain';
import { Panel } from '@jihui/ui';
import { indicatorText } from '../../lib/indicator-text.js';

/** Where a point is answered: the field that a click leads to. */
const fieldOf: Record<ClarityPoint, string> = {
  problem: 'problem',
  indicators: 'indicators',
  currentState: 'currentState',
  testMethod: 'acceptance',
  deliverable: 'deliverables',
  budget: 'budgetMax',
  deadline: 'deadline',
  acceptance: 'acceptance',
  exclusions: 'exclusions',
  field: 'techField',
  keywords: 'keywords',
};
const shownFillers = 3;
const shownTargets = 6;

type Props = { content: DemandInput; organisationName: string; clarity: Clarity; step: DemandStep; onGo: (field: string) => void };

/** What the demand says and what would help to find somebody, while it is written: the score, its place among real demands, the points that are open. */
export function ClarityPanel({ content, organisationName, clarity, step, onGo }: Props) {
  const { t } = useTranslation('demands');
  const { points, score, percentile } = clarity;
  const ofStep = demandWritingSteps.find((s) => s.step === step)?.points ?? [];
  const fields = (names: readonly PublicText[]) => names.map((n) => t(`field.${n}`)).join('、');
  const contacts = textsWithContact(content);
  const naming = content.anonymous ? textsNaming(content, organisationName) : [];
  return (
    <Panel title={t('clarity.title')}>
      <Progress percent={score} size="small" aria-label={t('clarity.score', { score })} format={() => t('clarity.points', { n: score })} />
      <p className="num" style={{ margin: '4px 0 10px' }} aria-live="polite">
        {t('clarity.count', { met: points.filter((p) => p.met).length, all: points.length })}
        {score > 0 ? ` · ${t('clarity.percentile', { n: percentile })}` : ''}
      </p>
      <h3 className="hint-heading">{t('clarity.here')}</h3>
      <ul className="hint-list">
        {points
          .filter((p) => ofStep.includes(p.point))
          .map((p) => (
            <Point key={p.point} answered={p} onGo={onGo} withExample />
          ))}
      </ul>
      <h3 className="hint-heading">{t('clarity.elsewhere')}</h3>
      <ul className="hint-list">
        {points
          .filter((p) => !ofStep.includes(p.point))
          .map((p) => (
            <Point key={p.point} answered={p} onGo={onGo} />
          ))}
      </ul>
      <Read clarity={clarity} text={content.problem} />
      {contacts.length ? (
        <Alert type="warning" title={t('finding.contact', { fields: fields(contacts) })} style={{ marginTop: 12 }} />
      ) : null}
      {naming.length ? <Alert type="warning" title={t('finding.name', { fields: fields(naming) })} style={{ marginTop: 12 }} /> : null}
      <p className="muted" style={{ fontSize: 13, marginBottom: 0 }}>
        {t('clarity.basis', {
          n: clarityFigures.demands,
          indicators: clarityFigures.met.indicators,
          budget: clarityFigures.met.budget,
          acceptance: clarityFigures.met.acceptance,
        })}
      </p>
    </Panel>
  );
}

function Point({
  answered: { point, met, weight },
  onGo,
  withExample = false,
}: {
  answered: AnsweredPoint;
  onGo: (field: string) => void;
  withExample?: boolean;
}) {
  const { t } = useTranslation('demands');
  const Icon = met ? CheckCircleFilled : MinusCircleOutlined;
  return (
    <li style={{ display: 'flex', gap: 8, alignItems: 'flex-start' }}>
      <Icon aria-label={t(met ? 'clarity.met' : 'clarity.missing')} style={{ color: met ? '#2b7a4b' : '#697386', marginTop: 5 }} />
      {met ? (
        <span className="muted">{t(`clarity.${point}`)}</span>
      ) : (
        <a
          href={`#${fieldOf[point]}`}
          onClick={(e) => {
            e.preventDefault();
            onGo(fieldOf[point]);
          }}
        >
          {t(`clarity.${point}`)}
          {withExample ? <span className="hint-example">{t(`clarityExample.${point}`)}</span> : null}
        </a>
      )}
      <span className="muted num" style={{ marginInlineStart: 'auto', fontSize: 13, whiteSpace: 'nowrap' }}>
        {t('clarity.weight', { n: weight })}
      </span>
    </li>
  );
}

/** What search will find it by, and which stretches say nothing about the problem. */
function Read({ clarity, text }: { clarity: Clarity; text: string }) {
  const { t } = useTranslation('demands');
  const excerpts = clarity.fillers.slice(0, shownFillers).map((f) => ({ ...f, words: text.slice(f.start, f.end).trim() }));
  return (
    <>
      {clarity.targets.length ? (
        <p style={{ margin: '12px 0 0' }}>
          <span className="muted">{t('clarity.read')}</span>
          {clarity.targets
            .slice(0, shownTargets)
            .map((i) => indicatorText({ ...i, label: i.name }))
            .join('；')}
        </p>
      ) : null}
      {excerpts.map(({ kind, start, words }) => (
        <Alert
          key={start}
          type="info"
          title={t(`clarity.filler.${kind}`)}
          description={words.length > 40 ? `“${words.slice(0, 40)}…”` : `“${words}”`}
          style={{ marginTop: 12 }}
        />
      ))}
    </>
  );
}
