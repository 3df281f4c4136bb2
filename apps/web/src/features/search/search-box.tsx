import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

/** The one box. `/` puts the cursor into it from anywhere on the page. */
export function SearchBox({ text, onSearch, autoFocus = false }: { text: string; onSearch: (text: string) => void; autoFocus?: boolean }) {
  const { t } = useTranslation('search');
  const [typed, setTyped] = useState(text);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (autoFocus) input.current?.focus({ preventScroll: true });
    const listen = (e: KeyboardEvent): void => {
      const typing = e.target instanceof HTMLElement && (e.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName));
      if (e.key !== '/' || typing || e.ctrlKey || e.metaKey || e.altKey) return;
      // Caught before the frame's own "/", which would leave what is looked for.
      e.stopPropagation();
      e.preventDefault();
      input.current?.select();
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [autoFocus]);
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
