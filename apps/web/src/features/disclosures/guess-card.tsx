import { CheckCircleFilled, CloseCircleOutlined } from '@ant-design/icons';
import { Button, Flex, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { issuesOf } from '@jihui/domain';
import { issueSentence } from '../../lib/sentences.js';
import { schemas, type Decision } from './disclosure-content.js';
import type { Guess } from './disclosures.api.js';
import { GuessValue, GuessWords } from './guess-value.js';

type Props = { guess: Guess; decision: Decision | undefined; onDecide: (decision: Decision | null) => void };

/** One guess with the place that it comes from; it counts for nothing until a person takes it. */
export function GuessCard({ guess: { field, value: guessed, excerpt, isStated }, decision, onDecide }: Props) {
  const { t } = useTranslation('disclosures');
  const [value, setValue] = useState(guessed);
  const [fault, setFault] = useState('');
  const name = t(`field.${field}`);
  const take = () => {
    const checked = schemas[field].safeParse(value, { reportInput: true });
    const [issue] = checked.success ? [] : issuesOf(checked.error);
    setFault(issue ? issueSentence(issue) : '');
    if (checked.success) onDecide({ adopted: true, value: checked.data });
  };
  if (decision) {
    const Icon = decision.adopted ? CheckCircleFilled : CloseCircleOutlined;
    return (
      <li className="guess guess-decided">
        <Icon
          aria-label={t(decision.adopted ? 'adopted' : 'rejected')}
          style={{ color: decision.adopted ? '#2b7a4b' : '#697386', marginTop: 5 }}
        />
        <div style={{ flex: 1, minWidth: 0 }} className={decision.adopted ? undefined : 'guess-rejected'}>
          <strong>{name}</strong>　<GuessWords field={field} value={decision.value} />
        </div>
        <Button size="small" onClick={() => onDecide(null)} aria-label={`${t('change')} ${name}`}>
          {t('change')}
        </Button>
      </li>
    );
  }
  return (
    <li className="guess">
      <div style={{ flex: 1, minWidth: 0 }}>
        <Flex gap={8} align="center" wrap style={{ marginBottom: 6 }}>
          <strong>{name}</strong>
          <Tag>{t(isStated ? 'stated' : 'inferred')}</Tag>
        </Flex>
        <GuessValue field={field} value={value} label={name} onChange={setValue} />
        {fault ? (
          <p role="alert" style={{ color: '#b42318', margin: '4px 0 0' }}>
            {fault}
          </p>
        ) : null}
        {excerpt ? <p className="muted guess-excerpt">{t('from', { excerpt })}</p> : null}
        <Flex gap={8} wrap>
          <Button type="primary" size="small" onClick={take} aria-label={`${t('adopt')} ${name}`}>
            {t('adopt')}
          </Button>
          <Button size="small" onClick={() => onDecide({ adopted: false, value })} aria-label={`${t('reject')} ${name}`}>
            {t('reject')}
          </Button>
        </Flex>
      </div>
    </li>
  );
}
