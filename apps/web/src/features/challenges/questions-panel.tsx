import { App, Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, Panel, useKept } from '@jihui/ui';
import { day } from '../../lib/format.js';
import { LongText } from '../../lib/limited-text.js';
import { errorSentence, refusalOf, issueSentence } from '../../lib/sentences.js';
import { answer, ask, refreshAll, type Challenge } from './challenges.api.js';

/** Questions and answers, the same for all; who asks is told to nobody. */
export function QuestionsPanel({ challenge: c }: { challenge: Challenge }) {
  const { t } = useTranslation('challenges');
  const answers = c.isOwn || c.isOrganiser;
  return (
    <Panel title={t('questions.title')} id="questions">
      {c.questions.length ? (
        <dl style={{ margin: 0 }}>
          {c.questions.map((q) => (
            <div key={q.id} style={{ marginBottom: 12 }}>
              <dt className="challenge-text">
                <strong>{t('questions.q')}</strong> {q.question} <span className="muted num">{day(q.createdAt)}</span>
              </dt>
              <dd className="challenge-text" style={{ margin: '4px 0 0' }}>
                {q.answer ? (
                  <>
                    <strong>{t('questions.a')}</strong> {q.answer}
                  </>
                ) : answers ? (
                  <Send id={`answer-${q.id}`} keptAs={`answer ${q.id}`} label={t('questions.answer')} send={(text) => answer(q.id, text)} />
                ) : (
                  <span className="muted">{t('questions.waiting')}</span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <EmptyState text={t('questions.empty')} />
      )}
      {c.canClaim ? <Send id="ask" keptAs={`question ${c.id}`} label={t('questions.ask')} hint={t('questions.hint')} send={(text) => ask(c.id, text)} /> : null}
    </Panel>
  );
}

function Send({ id, keptAs, label, hint, send }: { id: string; keptAs: string; label: string; hint?: string; send: (text: string) => Promise<unknown> }) {
  const { message } = App.useApp();
  const { value: text, put: setText, forget } = useKept(keptAs, '');
  const [sending, setSending] = useState(false);
  const run = async () => {
    setSending(true);
    try {
      await send(text);
      forget();
      await refreshAll();
    } catch (error) {
      const { issues, sentence } = refusalOf(error);
      void message.error(sentence ?? (issues[0] ? issueSentence(issues[0]) : errorSentence(error)));
    } finally {
      setSending(false);
    }
  };
  return (
    <Form layout="vertical" component="div">
      <Form.Item label={label} htmlFor={id} extra={hint} style={{ marginBottom: 8 }}>
        <LongText
          id={id}
          autoSize={{ minRows: 2, maxRows: 8 }}
          max={1000}
          value={text}
          onChange={(e) => setText(e.target.value)}
        />
      </Form.Item>
      <Button loading={sending} disabled={!text.trim()} onClick={() => void run()}>
        {label}
      </Button>
    </Form>
  );
}
