import { useEffect, useState, useSyncExternalStore } from 'react';
import { DraftKeeper, type KeeperState } from './draft-keeper.js';

/** A form's keeper for as long as its page is shown; what is still to be saved when it closes is sent off. */
export function useDraft<V extends object>(
  options: ConstructorParameters<typeof DraftKeeper<V>>[0],
): { keeper: DraftKeeper<V>; state: KeeperState } {
  const [keeper] = useState(() => new DraftKeeper<V>(options));
  const state = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  useEffect(() => {
    const back = () => keeper.retry();
    const leave = () => {
      // A refusal now has no page to stand on: the copy in this browser keeps what was typed.
      if (['waiting', 'retrying'].includes(keeper.state.phase) && options.automatic !== false) void keeper.flush().catch(() => undefined);
    };
    window.addEventListener('online', back);
    window.addEventListener('focus', back);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('online', back);
      window.removeEventListener('focus', back);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [keeper, options.automatic]);
  return { keeper, state };
}
