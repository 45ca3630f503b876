import { scaleBand, scaleSqrt } from 'd3-scale';
import { useNavigate } from 'react-router';
import type { SyncFieldsFragment } from '../../gql/graphql.ts';
import { formatMoment, plural } from '../../ui/format.ts';
import { useSize } from '../../ui/use-size.ts';
import { SYNC_STATUSES } from '../connect/connection-statuses.ts';

const HEIGHT = 96;
const BASE = 74;
const MOST_BARS = 40;
const LEAST_BAR_PX = 3;
const WIDEST_BAR_PX = 28;
const FILLS = {
  RUNNING: 'var(--accent)',
  SUCCEEDED: 'var(--high)',
  FAILED: 'var(--low)',
  CANCELLED: 'var(--control)',
  PAUSED: 'var(--medium)',
} as const;

/** Records that a sync brought over, took away or set aside: all that it changed. */
function changesOf(sync: SyncFieldsFragment): number {
  return sync.recordsLanded + sync.recordsRemoved + sync.recordsQuarantined;
}

/** The latest syncs as bars, the newest at the right: as high as what they changed, a cross under those that failed. A table follows. */
export function SyncBars({ syncs }: { syncs: readonly SyncFieldsFragment[] }) {
  const [frame, size] = useSize<HTMLDivElement>();
  const navigate = useNavigate();
  const shown = syncs.slice(0, MOST_BARS).toReversed();
  const width = size?.width ?? 0;
  const x = scaleBand(
    shown.map((each) => each.id),
    [Math.max(0, width - shown.length * (WIDEST_BAR_PX + 6)), width],
  ).padding(0.2);
  const y = scaleSqrt([0, Math.max(1, ...shown.map(changesOf))], [LEAST_BAR_PX, BASE - 4]);
  const failed = shown.filter((each) => each.status === 'FAILED').length;
  return (
    <div ref={frame} style={{ height: HEIGHT }} data-chart="syncs">
      {width > 0 ? (
        <svg
          width={width}
          height={HEIGHT}
          role="img"
          aria-label={`The last ${plural(shown.length, 'sync')}, oldest first; ${failed} failed. The table below says the same.`}
        >
          <line x1={0} x2={width} y1={BASE + 0.5} y2={BASE + 0.5} stroke="var(--line)" />
          {shown.map((sync) => {
            const left = x(sync.id) ?? 0;
            const height = y(changesOf(sync));
            const middle = left + x.bandwidth() / 2;
            return (
              <g key={sync.id} className="cursor-pointer" onClick={() => void navigate(`/runs/${sync.id}`)}>
                <title>{`${formatMoment(sync.startedAt)}: ${SYNC_STATUSES[sync.status].word}, ${plural(changesOf(sync), 'record')} changed`}</title>
                <rect x={left} width={x.bandwidth()} y={0} height={HEIGHT} fill="transparent" />
                <rect x={left} width={x.bandwidth()} y={BASE - height} height={height} rx={2} fill={FILLS[sync.status]} />
                {sync.status === 'FAILED' ? (
                  <path
                    d={`M${middle - 3.5},${BASE + 8}l7,7m0,-7l-7,7`}
                    stroke="var(--low)"
                    strokeWidth="2"
                    strokeLinecap="round"
                    fill="none"
                  />
                ) : null}
              </g>
            );
          })}
        </svg>
      ) : null}
    </div>
  );
}
