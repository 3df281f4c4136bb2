import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Contract } from './contracts.api.js';
import type { useDecisions } from './use-decisions.js';

type Props = {
  contract: Contract | undefined;
  decisions: ReturnType<typeof useDecisions>;
  marked: number;
  onNext: (() => void) | null;
  onAssign: () => void;
};

/** The decisions, each with its key. What is not possible now is not offered; why nothing is, is said. */
export function DeskBar({ contract, decisions, marked, onNext, onAssign }: Props) {
  const { t } = useTranslation('contracts');
  const { next, may, ask, goForward, sending } = decisions;
  const key = (letter: string) => <kbd className="review-key">{letter}</kbd>;
  const isIdle = contract && !next && !may('return');
  return (
    <div className="review-bar no-print" role="toolbar" aria-label={t('desk.title')}>
      {next ? (
        <Button type="primary" loading={sending} aria-keyshortcuts="A" onClick={goForward}>
          {t(`action.${next}`)}
          {key('A')}
        </Button>
      ) : null}
      {may('return') ? (
        <Button aria-keyshortcuts="R" onClick={() => ask('return')}>
          {t('action.return')}
          {key('R')}
        </Button>
      ) : null}
      {may('refuse') ? (
        <Button danger aria-keyshortcuts="X" onClick={() => ask('refuse')}>
          {t('action.refuse')}
          {key('X')}
        </Button>
      ) : null}
      {may('concludeExperts') ? <span>{t('desk.experts')}</span> : null}
      {isIdle ? (
        <span className="muted">{t(contract.flags.includes('MY_FIRST_REVIEW') ? 'desk.sameReviewer' : 'desk.nothing')}</span>
      ) : null}
      <Button disabled={!onNext} aria-keyshortcuts="J" onClick={() => onNext?.()}>
        {t('desk.next')}
        {key('J')}
      </Button>
      <Button disabled={!contract && !marked} aria-keyshortcuts="S" onClick={onAssign}>
        {t('desk.assign')}
        {key('S')}
      </Button>
      {marked ? <span>{t('desk.marked', { count: marked })}</span> : null}
      <span className="muted wide-only">{t('desk.keyHint')}</span>
    </div>
  );
}
