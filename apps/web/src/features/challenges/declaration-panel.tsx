import { App, Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { interestDeclaration } from '@jihui/domain';
import { Panel, ZodForm } from '@jihui/ui';
import { z } from 'zod';
import { ShortText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { declareInterests, refreshAll, type Challenge } from './challenges.api.js';

/** One line per bidder; what is left empty says that there is nothing. */
const shown = z.object({ ties: z.array(z.object({ claimId: z.uuid(), nature: z.string().trim().max(300) })), stepBack: z.boolean() });

/** 利益声明, before anything is scored. */
export function DeclarationPanel({ challenge: c }: { challenge: Challenge }) {
  const { t } = useTranslation(['challengeEngines', 'challenges']);
  const { message } = App.useApp();
  const claims = c.claims.filter((k) => k.content !== null);
  return (
    <Panel title={t('declaration.title')}>
      <p className="muted">{t('declaration.hint')}</p>
      <ZodForm
        schema={shown}
        keptAs={`declaration ${c.id}`}
        initialValues={{ ties: claims.map((k) => ({ claimId: k.id, nature: '' })), stepBack: false }}
        onSubmit={async ({ ties, stepBack }) => {
          await declareInterests(c.id, interestDeclaration.parse({ ties: ties.filter((tie) => tie.nature !== ''), stepBack }));
          void message.success(t('declaration.sent'));
          await refreshAll();
        }}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => t('declaration.tie', { name: claims[Number(path.split('.')[1])]?.organisation?.name ?? '' })}
        summaryTitle={t('challenges:formTitle')}
        submitText={t('declaration.send')}
      >
        {claims.map((k, i) => (
          <Form.Item key={k.id} name={['ties', i, 'nature']} label={t('declaration.tie', { name: k.organisation?.name ?? '' })}>
            <ShortText max={300} />
          </Form.Item>
        ))}
        <Form.Item name="stepBack" valuePropName="checked">
          <Checkbox>{t('declaration.stepBack')}</Checkbox>
        </Form.Item>
      </ZodForm>
    </Panel>
  );
}
