import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatchVerdict } from '@jihui/domain';
import { StatusTag } from '@jihui/ui';
import { useSession } from '../../app/session.js';
import { errorSentence } from '../../lib/sentences.js';
import { JudgeDialog } from './judge-dialog.js';
import { takeBack } from './judgements.api.js';
import type { Match } from './matches.api.js';

type Judged = Pick<Match, 'demandId' | 'achievementId' | 'judgement'>;

/** 合适 or 不合适, each with its reason; once said, what was said and the way back. */
export function JudgeButtons({ match, size }: { match: Judged; size?: 'small' }) {
  const { t } = useTranslation('matches');
  const { can } = useSession();
  const [asked, setAsked] = useState<MatchVerdict | null>(null);
  if (!can('match.judge')) return null;
  if (match.judgement) return <Said match={match} />;
  return (
    <>
      {(['FITS', 'DECLINED'] as const).map((verdict) => (
        <Button key={verdict} size={size} onClick={() => setAsked(verdict)}>
          {t(`judge.${verdict}.button`)}
        </Button>
      ))}
      {asked ? <JudgeDialog match={match} verdict={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

function Said({ match: { judgement } }: { match: Judged }) {
  const { t } = useTranslation('matches');
  if (!judgement) return null;
  return (
    <span>
      <StatusTag tone={judgement.verdict === 'FITS' ? 'good' : 'neutral'}>{t(`judge.${judgement.verdict}.said`)}</StatusTag>
      <TakeBackButton id={judgement.id} />
    </span>
  );
}

/** Undoes a judgement. */
export function TakeBackButton({ id }: { id: string }) {
  const { t } = useTranslation('matches');
  const { message } = App.useApp();
  return (
    <Button type="link" size="small" onClick={() => void takeBack(id).catch((error: unknown) => message.error(errorSentence(error)))}>
      {t('judge.takeBack')}
    </Button>
  );
}
