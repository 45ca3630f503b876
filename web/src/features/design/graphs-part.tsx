import { useCallback, useMemo, useState } from 'react';
import { useSearchState } from '../../graph/use-search-state.ts';
import { forceLayout } from '../../ui/graph/force-layout.ts';
import { GraphView } from '../../ui/graph/graph-view.tsx';
import { Segments } from '../../ui/segments.tsx';
import { sampleGraph } from './graph-samples.ts';

const SIZES = ['40', '600', '2000', '10000'] as const;

/** Graphs of every size: elements, one picture, clusters. */
export default function GraphsPart() {
  const [{ size }, set] = useSearchState(['size']);
  const [chosen, setChosen] = useState<string | null>(null);
  const value = SIZES.find((each) => each === size) ?? '40';
  const { nodes, edges } = useMemo(() => sampleGraph(Number(value)), [value]);
  const layOut = useCallback((width: number) => forceLayout(nodes, edges, width), [nodes, edges]);
  return (
    <div className="grid gap-4">
      <div>
        <Segments
          label="Nodes"
          value={value}
          options={SIZES.map((each) => ({ value: each, label: each }))}
          onChange={(next) => set({ size: next })}
        />
      </div>
      <GraphView key={value} label="Sample tables" nodes={nodes} edges={edges} layOut={layOut} chosen={chosen} onChoose={setChosen} />
    </div>
  );
}
