import { useState } from 'react';
import { AssetMapDocument } from '../../gql/graphql.ts';
import type { AssetMapQuery } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import type { Problem } from '../../graph/problem.ts';
import type { GraphState, Outcome } from '../../graph/use-graph.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import type { MapAsset } from './draw-map.ts';

const PAGES_AT_ONCE = 4;
/** What one map holds. */
const MOST = 3_000;

interface MapAssets {
  result: GraphState<AssetMapQuery>;
  refresh: () => void;
  /** The most critical first; null while nothing is known. */
  assets: readonly MapAsset[] | null;
  total: number;
  /** Reads further ones; null when all are there, or as many as one map holds. */
  more: (() => void) | null;
  busy: boolean;
  problem: Problem | null;
}

/** The applications of a map, the first at once and further ones when asked for. */
export function useMapAssets(): MapAssets {
  const run = useRun();
  const [result, refresh] = useGraph(AssetMapDocument, { after: null });
  const [further, setFurther] = useState<{ nodes: readonly MapAsset[]; after: string | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const first = known(result)?.assets ?? null;
  const assets = first === null ? null : [...new Map([...first.nodes, ...(further?.nodes ?? [])].map((each) => [each.id, each])).values()];
  const next = further === null ? endOf(first) : further.after;

  const more = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const nodes = [...(further?.nodes ?? [])];
    let after = next;
    for (let page = 0; page < PAGES_AT_ONCE && after !== null; page += 1) {
      const outcome: Outcome<AssetMapQuery> = await run(AssetMapDocument, { after });
      if (!outcome.ok) {
        setProblem(outcome.problem);
        break;
      }
      nodes.push(...outcome.data.assets.nodes);
      after = endOf(outcome.data.assets);
    }
    setFurther({ nodes, after });
    setBusy(false);
  };
  return {
    result,
    refresh: () => {
      setFurther(null);
      refresh();
    },
    assets,
    total: first?.totalCount ?? 0,
    more: next === null || (assets?.length ?? 0) >= MOST ? null : () => void more(),
    busy,
    problem,
  };
}

const endOf = (page: AssetMapQuery['assets'] | null): string | null =>
  page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
