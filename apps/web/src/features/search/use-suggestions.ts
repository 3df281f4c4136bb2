import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { suggest, type Suggestion } from './help.api.js';

const pauseMs = 150;
const none: Suggestion[] = [];

/** What may be meant, a moment after one stops typing; nothing where it cannot be told: a search never fails for want of suggestions. */
export function useSuggestions(typed: string, wanted: boolean): Suggestion[] {
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const enabled = wanted && text.length > 0 && typed.trim().length > 0;
  const { data } = useQuery({ queryKey: ['suggest', text], queryFn: () => suggest(text), enabled, retry: false, staleTime: 60_000, placeholderData: keepPreviousData });
  return enabled ? (data ?? none) : none;
}
