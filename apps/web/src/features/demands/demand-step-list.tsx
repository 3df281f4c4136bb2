import { CheckOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link, type To } from 'react-router';
import { demandWritingSteps, type AnsweredPoint, type DemandStep } from '@jihui/domain';

type Props = { current: DemandStep; points: readonly AnsweredPoint[]; to: (step: DemandStep) => To; state: object };

/** The six steps with a tick at each that says enough. On a phone only the numbers and where one is. */
export function DemandStepList({ current, points, to, state }: Props) {
  const { t } = useTranslation('demands');
  const isDone = (names: readonly string[]) => points.filter((p) => names.includes(p.point)).every((p) => p.met);
  const at = demandWritingSteps.findIndex((s) => s.step === current);
  return (
    <nav className="demand-steps no-print" aria-label={t('steps')}>
      <p className="narrow-only demand-steps-at">
        {t('stepAt', { n: at + 1, all: demandWritingSteps.length, name: t(`step.${current}`) })}
      </p>
      <ol>
        {demandWritingSteps.map(({ step, points: own }, index) => (
          <li key={step}>
            <Link
              to={to(step)}
              state={state}
              preventScrollReset
              aria-current={step === current ? 'step' : undefined}
              className={isDone(own) ? 'is-done' : undefined}
            >
              <span className="demand-step-mark num" aria-hidden>
                {isDone(own) ? <CheckOutlined /> : index + 1}
              </span>
              <span className="demand-step-name">{t(`step.${step}`)}</span>
              {isDone(own) ? <span className="sr-only">{t('stepDone')}</span> : null}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
