import { Alert, Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { GuessField } from '@jihui/domain';
import { Panel } from '@jihui/ui';
import { keyOf, type Decision, type Decisions } from './disclosure-content.js';
import type { Guesses } from './disclosures.api.js';
import { GuessCard } from './guess-card.js';

type Props = {
  guesses: Guesses;
  decisions: Decisions;
  onDecide: (key: string, decision: Decision | null) => void;
  onBack: () => void;
  onCreate: () => void;
  isCreating: boolean;
};
const groups: readonly { group: 'what' | 'class' | 'maturity' | 'proof' | 'people'; fields: readonly GuessField[] }[] = [
  { group: 'what', fields: ['title', 'summary', 'advantages', 'deliverables'] },
  { group: 'class', fields: ['keywords', 'techField', 'chain', 'discipline'] },
  { group: 'maturity', fields: ['trl', 'trlEvidence', 'evidence'] },
  { group: 'proof', fields: ['indicator', 'ipRight'] },
  { group: 'people', fields: ['teamMember'] },
];

/** The guesses, to be confirmed one by one; a draft is made of the confirmed ones alone. */
export function DisclosureGuesses({ guesses: { guesses, doubtful }, decisions, onDecide, onBack, onCreate, isCreating }: Props) {
  const { t } = useTranslation('disclosures');
  const open = guesses.filter((g) => !decisions[keyOf(g)]).length;
  const adopted = guesses.filter((g) => decisions[keyOf(g)]?.adopted).length;
  return (
    <>
      <Alert type="info" showIcon title={t('guessNotice')} style={{ marginBottom: 16 }} />
      {groups.map(({ group, fields }) => {
        const own = guesses.filter((g) => fields.includes(g.field));
        if (!own.length) return null;
        return (
          <Panel key={group} title={t(`group.${group}`)}>
            <ul className="guess-list">
              {own.map((g) => (
                <GuessCard key={keyOf(g)} guess={g} decision={decisions[keyOf(g)]} onDecide={(decision) => onDecide(keyOf(g), decision)} />
              ))}
            </ul>
          </Panel>
        );
      })}
      {doubtful.map(({ number, excerpt }) => (
        <Alert
          key={number}
          type="warning"
          showIcon
          title={t('doubtful', { number })}
          description={t('from', { excerpt })}
          style={{ marginBottom: 12 }}
        />
      ))}
      <p className="num" role="status">
        {t('progress', { done: guesses.length - open, all: guesses.length, adopted })}
      </p>
      <Flex gap={8} wrap>
        <Button type="primary" loading={isCreating} disabled={!adopted} onClick={onCreate}>
          {t('create')}
        </Button>
        <Button onClick={onBack}>{t('back')}</Button>
      </Flex>
      {open ? <p className="muted">{t('openLeft', { n: open })}</p> : null}
    </>
  );
}
