import { symbol, symbolCircle, symbolCross, symbolDiamond, symbolSquare, symbolStar, symbolTriangle, symbolWye } from 'd3-shape';
import type { SymbolType } from 'd3-shape';
import { PATTERNS } from './looks.ts';
import type { Look } from './looks.ts';

const FORMS: Record<Look['mark'], SymbolType> = {
  circle: symbolCircle,
  square: symbolSquare,
  diamond: symbolDiamond,
  triangle: symbolTriangle,
  cross: symbolCross,
  ring: symbolCircle,
  star: symbolStar,
  wye: symbolWye,
};

interface PointProps {
  look: Look;
  x: number;
  y: number;
  /** Area in square pixels. */
  size?: number;
  /** Drawn as an outline: a period that still runs, a forecast. */
  open?: boolean;
}

/** A point of a series in its own form. */
export function Point({ look, x, y, size = 42, open = look.mark === 'ring' }: PointProps) {
  return (
    <path
      d={symbol(FORMS[look.mark], size)() ?? ''}
      transform={`translate(${x} ${y})`}
      fill={open ? 'var(--surface)' : look.color}
      stroke={open ? look.color : 'var(--surface)'}
      strokeWidth={open ? 2 : 1.5}
    />
  );
}

const LINES: Record<Exclude<Look['pattern'], 'solid'>, { size: number; path: string; width: number }> = {
  rising: { size: 8, path: 'M-2 2 2 -2M0 8 8 0M6 10 10 6', width: 1.6 },
  dots: { size: 7, path: 'M1.75 1.75h.01M5.25 5.25h.01', width: 2.2 },
  falling: { size: 8, path: 'M-2 6 2 10M0 0 8 8M6 -2 10 2', width: 1.6 },
  level: { size: 6, path: 'M0 3H6', width: 1.5 },
  upright: { size: 6, path: 'M3 0V6', width: 1.5 },
  grid: { size: 7, path: 'M0 3.5H7M3.5 0V7', width: 1.2 },
  wide: { size: 14, path: 'M-2 2 2 -2M0 14 14 0M12 16 16 12', width: 3 },
};

/** The fill of a look: its colour, with its pattern where it has one. `scope` is the id of the Patterns beside it. */
export function fillOf(look: Look, scope: string): string {
  return look.pattern === 'solid' ? look.color : `url(#${scope}-${look.pattern}-${look.color.replaceAll(/\D/g, '')})`;
}

/** The patterns that the looks of one drawing use. */
export function Patterns({ looks, scope }: { looks: readonly Look[]; scope: string }) {
  return (
    <defs>
      {PATTERNS.flatMap((pattern) => {
        if (pattern === 'solid') return [];
        const { size, path, width } = LINES[pattern];
        const colors = new Set(looks.filter((look) => look.pattern === pattern).map(({ color }) => color));
        return Array.from(colors, (color) => (
          <pattern
            key={`${pattern} ${color}`}
            id={`${scope}-${pattern}-${color.replaceAll(/\D/g, '')}`}
            width={size}
            height={size}
            patternUnits="userSpaceOnUse"
          >
            <rect width={size} height={size} fill={color} />
            <path d={path} className="chart-pattern" fill="none" strokeWidth={width} strokeLinecap="round" />
          </pattern>
        ));
      })}
    </defs>
  );
}

/** A small sample of a series: a line with its point, or a piece of its area. */
export function Swatch({ look, form, scope }: { look: Look; form: 'line' | 'area'; scope: string }) {
  return form === 'line' ? (
    <svg aria-hidden width="20" height="12" className="shrink-0">
      <path d="M0 6H20" stroke={look.color} strokeWidth="2" />
      <Point look={look} x={10} y={6} size={36} />
    </svg>
  ) : (
    <svg aria-hidden width="12" height="12" className="shrink-0">
      <rect width="12" height="12" rx="3" fill={fillOf(look, scope)} />
    </svg>
  );
}
