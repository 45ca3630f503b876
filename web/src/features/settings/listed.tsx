import type { ReactNode } from 'react';
import { known } from '../../graph/known.ts';
import type { GraphState } from '../../graph/use-graph.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';

interface Page<Node> {
  nodes: readonly Node[];
  totalCount: number;
}

interface ListedProps<Data, Node> {
  /** What is listed, such as "the sessions". */
  what: string;
  result: GraphState<Data>;
  refresh: () => void;
  pick: (data: Data) => Page<Node>;
  empty: ReactNode;
  onMore: () => void;
  children: (nodes: readonly Node[]) => ReactNode;
}

/** A list of the graph in all its states: on its way, failed, empty, there, and more of it. */
export function Listed<Data, Node>({ what, result, refresh, pick, empty, onMore, children }: ListedProps<Data, Node>) {
  const data = known(result);
  const page = data === null ? null : pick(data);
  return (
    <>
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {result.state === 'ready' && result.problem ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {page === null && result.state === 'loading' ? <Loading label={`Loading ${what}`} /> : null}
      {page && page.nodes.length > 0 ? children(page.nodes) : null}
      {page && page.nodes.length === 0 ? empty : null}
      {page ? <LoadMore shown={page.nodes.length} total={page.totalCount} busy={result.state === 'loading'} onMore={onMore} /> : null}
    </>
  );
}
