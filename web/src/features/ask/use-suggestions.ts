import { useEffect, useState } from 'react';
import { SuggestDocument } from '../../gql/graphql.ts';
import type { SuggestQuery } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';

const PAUSE_MS = 120;
const MAX_SUGGESTIONS = 8;

export type Suggestion = SuggestQuery['suggest'][number];

/** What could come next after `text`, asked once the typing pauses; empty while `active` is false. */
export function useSuggestions(text: string, active: boolean): readonly Suggestion[] {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(text), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  const wanted = active && settled.trim() !== '' && settled === text;
  const [result] = useGraph(SuggestDocument, { text: settled, first: MAX_SUGGESTIONS }, { pause: !wanted, policy: 'cache-first' });
  return wanted && result.state === 'ready' ? result.data.suggest : [];
}
