import { Button, Flex, Input, Tag } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, Panel } from '@jihui/ui';
import { isChanged, isGroup, without, withWords, wordsTyped, type Line } from './draft.js';

type Props = { lines: readonly Line[]; onChange: ((lines: Line[]) => void) | null };
const shownAtFirst = 100;

/** Every group of words on one line, what is changed first; `onChange` null: only to be read. */
export function DictionaryLines({ lines, onChange }: Props) {
  const { t } = useTranslation('dictionary');
  const [filter, setFilter] = useState('');
  const [edited, setEdited] = useState<number | null>(null);
  const wanted = filter.trim().toLowerCase();
  const found = lines.filter(({ was, words }) => [...words, ...(was ?? [])].some((word) => word.toLowerCase().includes(wanted)));
  const shown = [...found.filter(isChanged), ...found.filter((line) => !isChanged(line))].slice(0, shownAtFirst);
  return (
    <Panel title={t('groups', { n: lines.filter((line) => line.words.length).length })} extra={<Input.Search value={filter} allowClear aria-label={t('filter')} placeholder={t('filter')} onChange={(e) => setFilter(e.target.value)} style={{ width: 240 }} />}>
      {onChange ? <WordsForm key={lines.length} label={t('add')} onWords={(words) => onChange(withWords(lines, null, words))} /> : null}
      {shown.length === 0 ? <EmptyState text={t('noneFound')} /> : null}
      <ul className="dictionary-lines">
        {shown.map((line) => (
          <li key={line.id}>
            {onChange && edited === line.id ? (
              <WordsForm
                label={t('save')}
                initial={line.words.join('、')}
                onWords={(words) => {
                  onChange(withWords(lines, line.id, words));
                  setEdited(null);
                }}
              />
            ) : (
              <Flex gap={6} wrap align="center">
                <Words line={line} />
                {onChange ? <Commands line={line} onEdit={() => setEdited(line.id)} onChange={(next) => onChange(next)} lines={lines} /> : null}
              </Flex>
            )}
          </li>
        ))}
      </ul>
      {found.length > shown.length ? <p className="muted">{t('more', { n: found.length - shown.length })}</p> : null}
    </Panel>
  );
}

function Words({ line }: { line: Line }) {
  const { t } = useTranslation('dictionary');
  const isGone = line.words.length === 0;
  return (
    <>
      {isChanged(line) ? <Tag color={isGone ? 'red' : line.was ? 'gold' : 'green'}>{t(isGone ? 'gone' : line.was ? 'changed' : 'new')}</Tag> : null}
      {(isGone ? (line.was ?? []) : line.words).map((word) => (
        <Tag key={word} style={isGone ? { textDecoration: 'line-through' } : undefined}>
          {word}
        </Tag>
      ))}
    </>
  );
}

function Commands({ line, lines, onEdit, onChange }: { line: Line; lines: readonly Line[]; onEdit: () => void; onChange: (lines: Line[]) => void }) {
  const { t } = useTranslation('dictionary');
  const name = (line.was ?? line.words).join('、');
  const restore = (): void => onChange(withWords(lines, line.id, [...(line.was ?? [])]));
  return (
    <span style={{ marginInlineStart: 'auto' }}>
      {line.was && isChanged(line) ? (
        <Button type="link" size="small" onClick={restore} aria-label={t('restoreOf', { name })}>
          {t('restore')}
        </Button>
      ) : null}
      {line.words.length ? (
        <>
          <Button type="link" size="small" onClick={onEdit} aria-label={t('editOf', { name })}>
            {t('edit')}
          </Button>
          <Button type="link" size="small" danger onClick={() => onChange(without(lines, line.id))} aria-label={t('removeOf', { name })}>
            {t('remove')}
          </Button>
        </>
      ) : null}
    </span>
  );
}

function WordsForm({ label, initial = '', onWords }: { label: string; initial?: string; onWords: (words: string[]) => void }) {
  const { t } = useTranslation('dictionary');
  const [text, setText] = useState(initial);
  const words = wordsTyped(text);
  const submit = (e: FormEvent): void => {
    e.preventDefault();
    if (isGroup(words)) onWords(words);
  };
  return (
    <form onSubmit={submit} style={{ marginBottom: 8 }}>
      <Flex gap={8}>
        <Input value={text} aria-label={t('wordsLabel')} placeholder={t('wordsHint')} onChange={(e) => setText(e.target.value)} status={text && !isGroup(words) ? 'warning' : ''} />
        <Button htmlType="submit" disabled={!isGroup(words)}>
          {label}
        </Button>
      </Flex>
    </form>
  );
}
