import { useEffect, useState } from 'react';
import type { Dot, LargeGraph } from './large-layout.ts';

/** Where the nodes of a large graph stand, worked out beside the page; null until then. Keep `graph` stable. */
export function useLargeLayout(graph: LargeGraph): readonly Dot[] | null {
  const [laid, setLaid] = useState<{ graph: LargeGraph; dots: readonly Dot[] } | null>(null);
  useEffect(() => {
    const worker = new Worker(new URL('layout.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Dot[]>) => setLaid({ graph, dots: data }));
    const nodes = graph.nodes.map(({ id, group }) => ({ id, group }));
    const edges = graph.edges.map(({ from, to }) => ({ from, to }));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's own channel has no origin
    worker.postMessage({ nodes, edges });
    return () => worker.terminate();
  }, [graph]);
  return laid?.graph === graph ? laid.dots : null;
}
