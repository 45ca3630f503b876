import { useEffect, useState } from 'react';
import { CheckWorkflowDocument } from '../../gql/graphql.ts';
import type { CheckWorkflowQuery } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import type { Written } from './written.ts';

const WAIT_MS = 350;

export type CheckProblem = CheckWorkflowQuery['checkWorkflow']['problems'][number];

/** What is wrong with a text, by the server’s own check, a moment after somebody stops typing; `checked` says for which text it is. */
export function useCheck(text: string, active: boolean): { problems: readonly CheckProblem[]; checked: boolean } {
  const run = useRun();
  const [found, setFound] = useState<{ of: string; problems: readonly CheckProblem[] }>({ of: '', problems: [] });
  useEffect(() => {
    if (!active) return undefined;
    let stopped = false;
    const check = async () => {
      const outcome = await run(CheckWorkflowDocument, { text });
      if (!stopped && outcome.ok) setFound({ of: text, problems: outcome.data.checkWorkflow.problems });
    };
    const timer = window.setTimeout(() => void check(), WAIT_MS);
    return () => {
      stopped = true;
      window.clearTimeout(timer);
    };
  }, [run, text, active]);
  return { problems: active ? found.problems : [], checked: found.of === text };
}

/** The text as it can be read here, for the drawing and for lines; null until the reader is loaded. It lags behind typing rather than holding it up. */
export function useWritten(text: string): Written | null {
  const [written, setWritten] = useState<Written | null>(null);
  useEffect(() => {
    let stopped = false;
    const read = async () => {
      const { readWritten } = await import('./written.ts');
      if (!stopped) setWritten(readWritten(text));
    };
    void read();
    return () => {
      stopped = true;
    };
  }, [text]);
  return written;
}
