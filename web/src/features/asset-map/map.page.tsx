import { Compass, Waypoints } from 'lucide-react';
import { lazy, Suspense, useCallback, useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { AssetClass } from '../../gql/graphql.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { formatCount, plural } from '../../ui/format.ts';
import { forceLayout } from '../../ui/graph/force-layout.ts';
import { GraphView, LegendItem } from '../../ui/graph/graph-view.tsx';
import { layeredLayout } from '../../ui/graph/layered-layout.ts';
import { Segments } from '../../ui/segments.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { DiscoverFrame } from '../discover/discover-frame.tsx';
import { CLASSES } from '../discover/words.ts';
import { drawMap, HUES, MAP_LAYERS, scoreSeries } from './draw-map.ts';
import type { MapAsset } from './draw-map.ts';
import { useMapAssets } from './use-map-assets.ts';

const Scatter = lazy(async () => ({ default: (await import('../../ui/charts/scatter.tsx')).Scatter }));

/** More boxes than this stand in columns that nobody looks through; they are laid out by what they are near to. */
const MOST_IN_COLUMNS = 80;

/** /assets/map: the most critical applications, by what they have to do with one another or by what they risk and cost (?view=scores). */
export default function MapPage() {
  const [{ view }, set] = useSearchState(['view']);
  const { result, refresh, assets, total, more, busy, problem } = useMapAssets();
  return (
    <DiscoverFrame
      title="Map"
      intro="The applications that most depends on: what they have to do with one another, and what they risk and cost."
    >
      <Segments
        label="What is drawn"
        value={view === 'scores' ? 'scores' : 'relations'}
        options={[
          { value: 'relations', label: 'Relations' },
          { value: 'scores', label: 'Risk and cost' },
        ]}
        onChange={(value) => set({ view: value === 'relations' ? '' : value })}
      />
      {assets === null && result.state === 'loading' ? <Loading label="Loading the map" lines={6} /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {assets?.length === 0 ? (
        <Empty icon={Compass} title="No application is known" actions={<ButtonLink to="/assets/scans">Scan telemetry</ButtonLink>}>
          A scan of telemetry finds what runs, and what it has to do with what else runs.
        </Empty>
      ) : null}
      {assets && assets.length > 0 ? (
        <>
          {total > assets.length ? (
            <div className="flex flex-wrap items-center gap-3">
              <p className="text-sm text-muted">
                The {formatCount(assets.length)} most critical of {formatCount(total)}.
              </p>
              {more ? (
                <Button busy={busy} onClick={more} data-draw-more>
                  {busy ? 'Loading…' : 'Draw more'}
                </Button>
              ) : null}
            </div>
          ) : null}
          {problem ? <ProblemNote problem={problem} onRetry={more ?? undefined} /> : null}
          {view === 'scores' ? (
            <section className="panel p-5">
              <Suspense fallback={<Loading label="Loading the chart" />}>
                <Scatter
                  title="Risk and cost of applications"
                  unit="NUMBER"
                  up="Cost"
                  across={{ label: 'Risk', unit: 'NUMBER' }}
                  series={scoreSeries(assets)}
                  height={420}
                />
              </Suspense>
            </section>
          ) : (
            <Relations assets={assets} />
          )}
        </>
      ) : null}
    </DiscoverFrame>
  );
}

function Relations({ assets }: { assets: readonly MapAsset[] }) {
  const navigate = useNavigate();
  const { nodes, edges } = useMemo(() => drawMap(assets), [assets]);
  const layOut = useCallback(
    (width: number) => (nodes.length > MOST_IN_COLUMNS ? forceLayout(nodes, edges, width) : layeredLayout(nodes, edges, MAP_LAYERS, width)),
    [nodes, edges],
  );
  if (nodes.length === 0)
    return (
      <Empty icon={Waypoints} title="No relation is known">
        Records that say what an application runs on, signs people in with, talks to or is paid by would be drawn here.
      </Empty>
    );
  const left = assets.filter(({ id }) => !nodes.some((node) => node.id === id)).length;
  const classes = (Object.keys(CLASSES) as AssetClass[]).filter((each) => assets.some(({ class: judged }) => judged === each));
  return (
    <>
      {left > 0 ? (
        <p className="text-sm text-muted">
          {plural(left, 'application')} of which no relation is known {left === 1 ? 'is' : 'are'} left out.
        </p>
      ) : null}
      <GraphView
        label="Applications and their relations"
        nodes={nodes}
        edges={edges}
        layOut={layOut}
        columns={nodes.length <= MOST_IN_COLUMNS}
        chosen={null}
        onChoose={(id) => (assets.some((asset) => asset.id === id) ? void navigate(`/assets/${id}`) : undefined)}
        legend={classes.map((each) => (
          <LegendItem key={each} hue={HUES[each]}>
            {CLASSES[each].word}
          </LegendItem>
        ))}
      />
    </>
  );
}
