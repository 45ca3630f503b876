import { useId, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { classes } from '../classes.ts';
import type { Look } from './looks.ts';
import { Patterns, Swatch } from './swatch.tsx';

/** One line of a tooltip: a series and its value at the place. */
export interface TipRow {
  key: string;
  look: Look | null;
  label: string;
  value: string;
  /** Said after the value, quieter: a share, bounds, "unfinished". */
  extra?: string;
}

export interface Tip {
  head: string;
  rows: readonly TipRow[];
  notes?: readonly string[];
}

const GAP_PX = 14;
const EDGE_PX = 8;
/** A longer list says how much it leaves out. */
const MOST_ROWS = 12;

interface TooltipProps {
  tip: Tip;
  /** The row that the keyboard is on. */
  current: string | null;
  /** Where it points, in pixels of the window. */
  at: { x: number; y: number };
  form: 'line' | 'area';
}

/** What stands at a place of a chart, beside it and inside of the window. It is drawn above everything, so that no card cuts it off. */
export function Tooltip({ tip, current, at, form }: TooltipProps) {
  const box = useRef<HTMLDivElement>(null);
  const scope = useId();
  const rows = tip.rows.slice(0, MOST_ROWS);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const { width, height } = element.getBoundingClientRect();
    const right = at.x + GAP_PX + width <= window.innerWidth - EDGE_PX;
    const left = right ? at.x + GAP_PX : Math.max(EDGE_PX, at.x - GAP_PX - width);
    const top = Math.max(EDGE_PX, Math.min(at.y - height / 2, window.innerHeight - EDGE_PX - height));
    element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  });
  return createPortal(
    <div
      ref={box}
      aria-hidden
      data-chart-tip
      data-no-picture
      className="pointer-events-none fixed top-0 left-0 z-50 max-w-80 min-w-36 rounded-lg border border-line bg-raised px-3 py-2 text-sm text-ink shadow-raised"
    >
      <svg width="0" height="0" className="absolute">
        <Patterns looks={rows.flatMap(({ look }) => (look ? [look] : []))} scope={scope} />
      </svg>
      <p className="mb-1 line-clamp-3 font-medium break-words text-muted" dir="auto">
        {tip.head}
      </p>
      <table className="w-full border-collapse">
        <tbody>
          {rows.map(({ key, look, label, value, extra }) => (
            <tr key={key} className={classes(current === key && rows.length > 1 && 'bg-accent-soft')}>
              <th scope="row" className="max-w-44 py-0.5 pr-4 text-left font-normal">
                <span className="flex items-center gap-2">
                  {look ? <Swatch look={look} form={form} scope={scope} /> : null}
                  <span className="truncate" dir="auto">
                    {label}
                  </span>
                </span>
              </th>
              <td className="py-0.5 text-right font-semibold whitespace-nowrap">
                {value}
                {extra ? <span className="pl-1.5 font-normal text-muted">{extra}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {tip.rows.length > rows.length ? <p className="pt-1 text-muted">and {tip.rows.length - rows.length} more</p> : null}
      {(tip.notes ?? []).map((note) => (
        <p key={note} className="line-clamp-4 pt-1 break-words text-medium" dir="auto">
          {note}
        </p>
      ))}
    </div>,
    document.body,
  );
}
