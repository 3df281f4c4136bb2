import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { Loading, PageFrame } from '@jihui/ui';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { dropCopy, keepCopy, readCopy } from '../../lib/local-copy.js';
import { errorSentence } from '../../lib/sentences.js';
import { confirmedContent, type Decision, type Decisions } from './disclosure-content.js';
import { DisclosureGuesses } from './disclosure-guesses.js';
import { DisclosureSource } from './disclosure-source.js';
import { createDraft, guessFrom, refreshAll, type Guesses } from './disclosures.api.js';
import './disclosures.css';

/** What this browser keeps until there is a draft. */
type Kept = { text: string; guesses: Guesses | null; decisions: Decisions };
const nothing: Kept = { text: '', guesses: null, decisions: {} };

/** From an abstract or a file to a draft: the text, then what was guessed from it, confirmed one by one. */
export function DisclosurePage() {
  const { me } = useSession();
  return me ? <Disclosure key={me.id} me={me} /> : <Loading rows={8} />;
}

function Disclosure({ me }: { me: { id: string; name: string } }) {
  const { t } = useTranslation('disclosures');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const copyName = `disclosure.${me.id}`;
  const [kept, setKept] = useState<Kept>(() => ({ ...nothing, ...readCopy<Kept>(copyName)?.values }));
  usePageTitle(t('title'));
  const keep = (next: Kept) => {
    setKept(next);
    keepCopy(copyName, { values: next, base: null, at: new Date().toISOString() });
  };
  const guess = useMutation({
    mutationFn: () => guessFrom(kept.text),
    onSuccess: (guesses) => {
      // What was decided on the same guess before holds on.
      keep({ ...kept, guesses });
      setParams({ step: 'confirm' });
    },
  });
  const create = useMutation({
    mutationFn: () => createDraft(confirmedContent(kept.guesses?.guesses ?? [], kept.decisions, me.name)),
    onSuccess: async ({ id }) => {
      dropCopy(copyName);
      void message.success(t('created'));
      await refreshAll();
      await navigate(`/my/achievements/${id}/edit`);
    },
    onError: (error) => void message.error(errorSentence(error)),
  });
  const decide = (key: string, decision: Decision | null) => {
    const { [key]: _before, ...others } = kept.decisions;
    keep({ ...kept, decisions: decision ? { ...others, [key]: decision } : others });
  };
  const isConfirming = params.get('step') === 'confirm' && kept.guesses !== null;
  return (
    <PageFrame
      title={t('title')}
      meta={t(isConfirming ? 'meta.confirm' : 'meta.source')}
      crumbs={[{ title: t('mine'), href: '/my/achievements' }, { title: t('title') }]}
      link={(href, title) => <Link to={href}>{title}</Link>}
    >
      <div style={{ maxWidth: 860 }}>
        {isConfirming && kept.guesses ? (
          <DisclosureGuesses
            guesses={kept.guesses}
            decisions={kept.decisions}
            onDecide={decide}
            onBack={() => setParams({})}
            onCreate={() => create.mutate()}
            isCreating={create.isPending}
          />
        ) : (
          <DisclosureSource
            text={kept.text}
            onText={(text) => keep({ ...kept, text })}
            onGuess={() => guess.mutate()}
            isGuessing={guess.isPending}
            failure={guess.error}
          />
        )}
      </div>
    </PageFrame>
  );
}
