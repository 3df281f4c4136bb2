import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSlash } from '../../lib/use-slash.js';
import type { Suggestion } from './help.api.js';
import { useSuggestions } from './use-suggestions.js';

const pathOf: Record<Suggestion['kind'], string | null> = { TERM: null, ACHIEVEMENT: '/achievements', DEMAND: '/demands', ORGANISATION: '/organisations' };

/** The one box. `/` puts the cursor into it from anywhere on the page; below it what may be meant, by arrows and Enter, Escape closes it. */
export function SearchBox({ text, onSearch, autoFocus = false }: { text: string; onSearch: (text: string) => void; autoFocus?: boolean }) {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  const listId = useId();
  const [typed, setTyped] = useState(text);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const suggestions = useSuggestions(typed, open);
  const shown = open && suggestions.length > 0;
  const active = shown ? suggestions[at] : undefined;
  useEffect(() => setTyped(text), [text]);
  useEffect(() => setAt(-1), [suggestions]);
  useEffect(() => {
    if (autoFocus) input.current?.focus({ preventScroll: true });
  }, [autoFocus]);
  useSlash(input);
  const look = (words: string): void => {
    setOpen(false);
    onSearch(words.trim());
  };
  const choose = ({ kind, text: chosen, id }: Suggestion): void => {
    const path = pathOf[kind];
    if (path && id) return void navigate(`${path}/${id}`);
    setTyped(chosen);
    look(chosen);
  };
  const submit = (e: FormEvent): void => {
    e.preventDefault();
    if (active) choose(active);
    else look(typed);
  };
  const move = (e: KeyboardEvent): void => {
    // An input method needs its arrows, Enter and Escape itself.
    if (e.nativeEvent.isComposing) return;
    if (e.key === 'Escape' && shown) setOpen(false);
    else if (e.key !== 'ArrowDown' && e.key !== 'ArrowUp') return;
    else if (!shown) setOpen(true);
    else setAt((now) => (e.key === 'ArrowDown' ? (now + 2) % (suggestions.length + 1) : (now + suggestions.length + 1) % (suggestions.length + 1)) - 1);
    e.preventDefault();
  };
  return (
    <form role="search" className="search-box" onSubmit={submit}>
      <div className="suggesting">
        <input
          ref={input}
          type="search"
          name="q"
          value={typed}
          maxLength={200}
          autoComplete="off"
          role="combobox"
          aria-label={t('boxLabel')}
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={listId}
          aria-activedescendant={active ? `${listId}-${at}` : undefined}
          placeholder={t('placeholder')}
          onChange={(e) => {
            setTyped(e.target.value);
            setOpen(true);
          }}
          onKeyDown={move}
          onBlur={() => setOpen(false)}
        />
        <ul id={listId} role="listbox" aria-label={t('suggestions')} className="suggestions" hidden={!shown}>
          {suggestions.map((one, i) => (
            // The mouse must not take the focus first: the list would close under it.
            <li key={`${one.kind} ${one.id ?? one.text}`} id={`${listId}-${i}`} role="option" aria-selected={i === at} onMouseDown={(e) => e.preventDefault()} onClick={() => choose(one)}>
              <span className="suggestion-text">{one.text}</span>
              <span className="suggestion-kind">{t(`suggestion.${one.kind}`)}</span>
            </li>
          ))}
        </ul>
      </div>
      <button type="submit">{t('submit')}</button>
    </form>
  );
}
