import { useSearchParams } from 'react-router';

/** The filters of a list, kept in the address. `change` sets some of them, null removes one; the page starts again at the first. */
export function useAddress(): {
  params: URLSearchParams;
  page: number;
  change: (next: Record<string, string | null>) => void;
  clear: () => void;
} {
  const [params, setParams] = useSearchParams();
  const change = (next: Record<string, string | null>) =>
    setParams((old) => {
      const now = new URLSearchParams(old);
      for (const [key, value] of Object.entries({ page: null, ...next })) {
        if (value) now.set(key, value);
        else now.delete(key);
      }
      return now;
    });
  return { params, page: Math.max(1, Math.floor(Number(params.get('page'))) || 1), change, clear: () => setParams({}) };
}
