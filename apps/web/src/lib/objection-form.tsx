import { Alert, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Panel, ZodForm } from '@jihui/ui';
import { LongText, ShortText } from './limited-text.js';
import { issueSentence, refusalOf } from './sentences.js';

type Props<S extends z.ZodType> = {
  schema: S;
  keptAs: string;
  /** What the objection is to, in the schema's own field. */
  subject: object;
  send: (input: z.output<S>) => Promise<string>;
  words: { title: string; hint: string; submit: string; received: (receipt: string) => string; receivedHint: string; label: (field: 'text' | 'name' | 'contact') => string };
};

/** Anybody may object, without an account; what he keeps is the receipt number. */
export function ObjectionForm<S extends z.ZodType>({ schema, keptAs, subject, send, words }: Props<S>) {
  const { t } = useTranslation('common');
  const [receipt, setReceipt] = useState<string | null>(null);
  return (
    <div className="no-print">
      <Panel title={words.title} id="object">
        {receipt ? (
          <Alert type="success" showIcon title={words.received(receipt)} description={words.receivedHint} />
        ) : (
          <>
            <p className="muted">{words.hint}</p>
            <ZodForm
              schema={schema}
              keptAs={keptAs}
              initialValues={{ ...subject, name: '', contact: '', text: '' }}
              onSubmit={async (input) => setReceipt(await send(input))}
              refusalOf={refusalOf}
              sentenceOf={issueSentence}
              labelOf={(path) => words.label(path as 'text')}
              summaryTitle={t('formErrorsTitle')}
              submitText={words.submit}
            >
              <Form.Item name="text" label={words.label('text')}>
                <LongText rows={4} max={2000} />
              </Form.Item>
              <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))', columnGap: 16 }}>
                <Form.Item name="name" label={words.label('name')}>
                  <ShortText max={40} autoComplete="name" />
                </Form.Item>
                <Form.Item name="contact" label={words.label('contact')}>
                  <ShortText max={80} />
                </Form.Item>
              </div>
            </ZodForm>
          </>
        )}
      </Panel>
    </div>
  );
}
