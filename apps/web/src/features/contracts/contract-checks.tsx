import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { checkSentence, checkTarget, type Check } from './check-sentence.js';

/** What the system found, questions first; the ground stands under each. At the desk what raises no question is one line, so that the facts are in sight. */
export function ContractChecks({ checks, compact = false }: { checks: readonly Check[]; compact?: boolean }) {
  const { t } = useTranslation('contracts');
  const sorted = [...checks].sort((a, b) => Number(a.ok) - Number(b.ok)).filter((check) => !compact || !check.ok);
  const clear = compact ? checks.filter((check) => check.ok) : [];
  return (
    <ul className="contract-checks">
      {sorted.map((check) => {
        const target = checkTarget(check);
        return (
          <li key={check.code}>
            {check.ok ? <CheckCircleFilled className="check-good" aria-hidden /> : <WarningFilled className="check-bad" aria-hidden />}
            <div>
              <strong>{t(`check.${check.code}.title`)}</strong>
              <div>
                {checkSentence(check)} {target ? <Link to={`/contracts/${target}`}>{t('edit.open')}</Link> : null}
              </div>
              <div className="muted check-basis">{t(`check.${check.code}.basis`)}</div>
            </div>
          </li>
        );
      })}
      {clear.length ? (
        <li>
          <CheckCircleFilled className="check-good" aria-hidden />
          <div>{t('desk.clear', { checks: clear.map((check) => t(`check.${check.code}.title`)).join('、') })}</div>
        </li>
      ) : null}
    </ul>
  );
}
