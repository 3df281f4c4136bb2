import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSlash } from '../../lib/use-slash.js';

/** The one box. `/` puts the cursor into it from anywhere on the page. */
export function SearchBox({ text, onSearch, autoFocus = false }: { text: string; onSearch: (text: string) => void; autoFocus?: boolean }) {
  const { t } = useTranslation('search');
  const [typed, setTyped] = useState(text);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (autoFocus) input.current?.focus({ preventScroll: true });
  }, [autoFocus]);
  useSlash(input);
  const submit = (e: FormEvent): void => {
    e.preventDefault();
    onSearch(typed.trim());
  };
  return (
    <form role="search" className="search-box" onSubmit={submit}>
      <input ref={input} type="search" name="q" value={typed} maxLength={200} aria-label={t('boxLabel')} placeholder={t('placeholder')} onChange={(e) => setTyped(e.target.value)} />
      <button type="submit">{t('submit')}</button>
    </form>
  );
}
