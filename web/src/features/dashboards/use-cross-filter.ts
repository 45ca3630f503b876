import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { CrossFilterDocument } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { draftWidget } from './draft.ts';
import type { DraftWidget } from './draft.ts';
import type { Editing } from './editing.ts';
import { stateOf } from './inputs.ts';
import { PICKED, readPicks, togglePick, writePicks } from './picks.ts';
import type { Pick } from './picks.ts';

export interface CrossFilter {
  picks: readonly Pick[];
  /** What is shown instead of a widget, by its id; empty while nothing is picked. */
  shownAs: ReadonlyMap<string, DraftWidget>;
  /** What came of it, in a sentence; null while it is worked out. */
  said: string | null;
  pick: (widget: string, value: string) => void;
  clear: (one?: Pick) => void;
}

const NOTHING: ReadonlyMap<string, DraftWidget> = new Map();

/** What was picked in widgets, kept in the address, and what the others show because of it. The board itself stays as it is. */
export function useCrossFilter({ origin, draft }: Editing): CrossFilter {
  const run = useRun();
  const [search, setSearch] = useSearchParams();
  const text = search.getAll(PICKED).join('\n');
  const known = draft.widgets;
  const picks = useMemo(
    () => readPicks(text === '' ? [] : text.split('\n')).filter(({ widget }) => known.some(({ id }) => id === widget)),
    [text, known],
  );
  const [made, setMade] = useState<{ shownAs: ReadonlyMap<string, DraftWidget>; said: string | null }>({ shownAs: NOTHING, said: null });
  const board = useRef({ origin, draft });
  useEffect(() => {
    board.current = { origin, draft };
  });

  // Only what widgets ask matters: moving one must not filter anew.
  const asked = JSON.stringify(draft.widgets.map(({ id, question, kind }) => [id, question, kind]));
  useEffect(() => {
    if (picks.length === 0) {
      setMade({ shownAs: NOTHING, said: null });
      return undefined;
    }
    let over = false;
    const before = new Map((JSON.parse(asked) as [string, string][]).map(([id, question]) => [id, question]));
    const work = async () => {
      let { widgets } = board.current.draft;
      const said: string[] = [];
      for (const { widget, value } of picks) {
        const state = stateOf(board.current, widgets);
        const outcome = await run(CrossFilterDocument, { input: { state, widget, value } });
        if (over) return;
        if (!outcome.ok) return setMade((now) => ({ ...now, said: `${outcome.problem.message} ${outcome.problem.todo}` }));
        const result = outcome.data.crossFilterDashboard;
        if (result.__typename === 'InputRefused') said.push(problemOfRefusal(result.problems).message);
        if (result.__typename !== 'RefinedDashboard') continue;
        said.push(result.done);
        const changed = new Map(result.changes.map((each) => [each.was, draftWidget(each.widget)]));
        widgets = widgets.map((each) => {
          const next = changed.get(each.id);
          return next ? { ...each, question: next.question, operation: next.operation, kind: next.kind } : each;
        });
      }
      const other = widgets.filter(({ id, question }) => before.get(id) !== question);
      setMade({ shownAs: new Map(other.map((each) => [each.id, each])), said: said.join(' ') });
    };
    setMade((now) => ({ ...now, said: null }));
    void work();
    return () => {
      over = true;
    };
  }, [run, picks, asked]);

  const put = useCallback(
    (next: (now: readonly Pick[]) => readonly Pick[]) =>
      setSearch(
        (now) => {
          const made = new URLSearchParams(now);
          const values = writePicks(next(readPicks(now.getAll(PICKED))));
          made.delete(PICKED);
          for (const value of values) made.append(PICKED, value);
          return made;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  );
  const pick = useCallback((widget: string, value: string) => put((now) => togglePick(now, { widget, value })), [put]);
  const clear = useCallback((one?: Pick) => put((now) => (one ? togglePick(now, one) : [])), [put]);
  return { picks, ...made, pick, clear };
}
