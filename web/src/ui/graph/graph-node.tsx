import type { KeyboardEvent } from 'react';
import { BOX_HEIGHT_PX, cut } from './drawing.ts';
import type { DrawnNode, PlacedBox } from './drawing.ts';

interface GraphNodeProps {
  node: DrawnNode;
  place: PlacedBox;
  /** The one that Tab leads to. */
  current: boolean;
  chosen: boolean;
  dim: boolean;
  onChoose: () => void;
  onLook: (looking: boolean) => void;
  onKey: (event: KeyboardEvent) => void;
}

/** One box of a drawing. It is a button. */
export function GraphNode({ node, place, current, chosen, dim, onChoose, onLook, onKey }: GraphNodeProps) {
  const width = place.halfWidth * 2;
  return (
    <g transform={`translate(${place.x - place.halfWidth} ${place.y - place.above})`}>
      <g
        className={dim ? 'graph-node galaxy-dim' : 'graph-node'}
        role="button"
        tabIndex={current ? 0 : -1}
        aria-label={node.description}
        aria-pressed={chosen}
        data-node={node.id}
        onClick={onChoose}
        onPointerEnter={() => onLook(true)}
        onPointerLeave={() => onLook(false)}
        onFocus={() => onLook(true)}
        onBlur={() => onLook(false)}
        onKeyDown={onKey}
      >
        <title>{node.description}</title>
        <rect className="graph-focus" x="-4" y="-4" width={width + 8} height={BOX_HEIGHT_PX + 8} rx="12" />
        <rect
          width={width}
          height={BOX_HEIGHT_PX}
          rx="9"
          fill={chosen ? 'var(--accent-soft)' : 'var(--surface)'}
          stroke={chosen ? 'var(--accent)' : 'var(--control)'}
          strokeWidth={chosen ? 2 : 1}
          strokeDasharray={node.faint ? '4 4' : undefined}
        />
        <rect x="8" y="11" width="4" height={BOX_HEIGHT_PX - 22} rx="2" fill={`var(--${node.hue})`} />
      </g>
      {/* Beside the button, not in it: its name says what is written here in full. */}
      <g aria-hidden pointerEvents="none" className={dim ? 'galaxy-dim' : undefined}>
        <text x="20" y="19" fontSize="13" fontWeight="600" fill="var(--ink)">
          {cut(node.label, width - 28)}
        </text>
        <text x="20" y="36" fontSize="12" fill="var(--muted)">
          {cut(node.detail, width - 28, 6.4)}
        </text>
      </g>
    </g>
  );
}
