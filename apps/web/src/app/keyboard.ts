import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { places } from './navigation.js';
import { useSession } from './session.js';

const typing = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** `/` to search, `g` then a letter to a place. Keys typed into a field are text. */
export function useKeyboard(): void {
  const navigate = useNavigate();
  const { can } = useSession();
  useEffect(() => {
    let waiting = false;
    const listen = (e: KeyboardEvent) => {
      if (typing(e.target) || e.ctrlKey || e.metaKey || e.altKey) return;
      if (waiting) {
        waiting = false;
        const place = places.find((p) => p.key === e.key && can(p.permission));
        if (place) void navigate(place.path);
      } else if (e.key === 'g') waiting = true;
      else if (e.key === '/') {
        e.preventDefault();
        void navigate('/search');
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [navigate, can]);
}
