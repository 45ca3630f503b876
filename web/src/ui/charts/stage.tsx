import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { classes } from '../classes.ts';
import { moved } from './moved.ts';
import type { Place } from './moved.ts';
import { Tooltip } from './tooltip.tsx';
import type { Tip } from './tooltip.tsx';

/** A drag over the drawing, in its pixels. */
interface Drag {
  from: number;
  to: number;
}

const LEAST_DRAG_PX = 8;

export interface StageProps {
  title: string;
  summary: string;
  width: number;
  height: number;
  /** How many places there are along the axis, and across it (series). */
  stops: number;
  rows: number;
  /** Rows lie below one another: ↑ ↓ go along the axis instead of across it. */
  upright?: boolean;
  /** The place under a pointer, in pixels of the drawing; null for none. */
  hit: (x: number, y: number) => Place | null;
  /** Where a place is, in pixels of the drawing. */
  spot: (place: Place) => { x: number; y: number };
  tip: (place: Place) => Tip;
  /** What a screen reader hears of a place. */
  say: (place: Place) => string;
  onChoose?: ((place: Place) => void) | undefined;
  /** A place that another chart points at. */
  outer?: number | null;
  onHover?: ((stop: number | null) => void) | undefined;
  /** Zooming, for charts that can. */
  onDrag?: ((from: number, to: number) => void) | undefined;
  onZoomKey?: ((key: '+' | '-' | '0', stop: number) => void) | undefined;
  form: 'line' | 'area';
  /** Drawn above the marks, at the place that is pointed at. */
  overlay?: (place: Place, byKeys: boolean) => ReactNode;
  children: ReactNode;
}

/**
 * Where a chart is drawn and asked: it follows the pointer and the keyboard from place to place, shows what stands there and says it
 * aloud. Arrows step, Page keys leap, Home and End go to the ends, Enter chooses, Escape lets go.
 */
export function Stage(props: StageProps) {
  const { title, summary, width, height, stops, rows, hit, spot, tip, say, onChoose, overlay, form } = props;
  const box = useRef<HTMLDivElement>(null);
  const hint = useId();
  const [place, setPlace] = useState<(Place & { byKeys: boolean }) | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  // The click that ends a drag chooses nothing.
  const dragged = useRef(false);
  const [corner, setCorner] = useState<{ left: number; top: number } | null>(null);
  // Data may have become fewer since somebody pointed at them.
  const held = place && place.stop < stops && place.row < rows ? place : null;
  const outer = held === null && props.outer != null && props.outer >= 0 && props.outer < stops ? { stop: props.outer, row: 0 } : null;
  useLayoutEffect(() => {
    if (!held) return undefined;
    const measure = () => {
      const { left = 0, top = 0 } = box.current?.getBoundingClientRect() ?? {};
      setCorner((now) => (now?.left === left && now.top === top ? now : { left, top }));
    };
    measure();
    window.addEventListener('scroll', measure, { capture: true, passive: true });
    return () => window.removeEventListener('scroll', measure, { capture: true });
  }, [held]);
  const go = (next: Place | null, byKeys: boolean) => {
    if (next?.stop === held?.stop && next?.row === held?.row && byKeys === held?.byKeys) return;
    setPlace(next ? { ...next, byKeys } : null);
    if (next?.stop !== held?.stop) props.onHover?.(next?.stop ?? null);
  };
  const under = (event: PointerEvent): [number, number] => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const press = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey || stops === 0) return;
    if (event.key === 'Escape') {
      if (held) event.stopPropagation();
      return go(null, true);
    }
    if ((event.key === 'Enter' || event.key === ' ') && held && onChoose) {
      event.preventDefault();
      return onChoose(held);
    }
    if (props.onZoomKey && (event.key === '+' || event.key === '=' || event.key === '-' || event.key === '0')) {
      event.preventDefault();
      return props.onZoomKey(event.key === '=' ? '+' : event.key, held?.stop ?? stops - 1);
    }
    const next = moved(event.key, held, { stops, rows, upright: props.upright ?? false });
    if (!next) return undefined;
    event.preventDefault();
    return go(next, true);
  };
  const end = (event: PointerEvent) => {
    if (!drag) return;
    event.currentTarget.releasePointerCapture(event.pointerId);
    setDrag(null);
    dragged.current = Math.abs(drag.to - drag.from) >= LEAST_DRAG_PX;
    if (dragged.current) props.onDrag?.(Math.min(drag.from, drag.to), Math.max(drag.from, drag.to));
  };
  const shown = held ?? outer;
  const where = held ? spot(held) : null;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a role of its own: "application" takes the keys itself */}
      <div
        ref={box}
        role="application"
        aria-roledescription="chart"
        aria-label={`${title}. ${summary}`}
        aria-describedby={hint}
        tabIndex={0}
        className={classes('chart-stage relative touch-pan-y select-none', onChoose && held && 'cursor-pointer')}
        style={{ width, height }}
        onKeyDown={press}
        onBlur={() => go(null, false)}
        onPointerMove={(event) => {
          const [x, y] = under(event);
          if (drag) setDrag({ ...drag, to: Math.max(0, Math.min(width, x)) });
          else go(hit(x, y), false);
        }}
        onPointerLeave={() => go(null, false)}
        onPointerDown={(event) => {
          if (!props.onDrag || event.pointerType !== 'mouse' || event.button !== 0) return;
          const [x] = under(event);
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag({ from: x, to: x });
        }}
        onPointerUp={end}
        onPointerCancel={() => setDrag(null)}
        onClick={(event) => {
          const { left, top } = event.currentTarget.getBoundingClientRect();
          const at = hit(event.clientX - left, event.clientY - top);
          if (at && !dragged.current) onChoose?.(at);
          dragged.current = false;
        }}
      >
        <svg aria-hidden width={width} height={height} className="block overflow-visible text-xs">
          {props.children}
          {shown && !drag ? overlay?.(shown, held?.byKeys ?? false) : null}
          {drag ? (
            <rect
              x={Math.min(drag.from, drag.to)}
              width={Math.abs(drag.to - drag.from)}
              height={height}
              fill="var(--accent)"
              opacity="0.16"
            />
          ) : null}
        </svg>
      </div>
      <span id={hint} hidden>
        Arrow keys step through the values, Home and End go to the first and last{onChoose ? ', Enter chooses' : ''}
        {props.onZoomKey ? ', plus and minus zoom, 0 shows all' : ''}.
      </span>
      <span aria-live="polite" className="sr-only" data-chart-said>
        {held?.byKeys ? say(held) : ''}
      </span>
      {held && where && corner && !drag ? (
        <Tooltip
          tip={tip(held)}
          current={held.byKeys ? (tip(held).rows[held.row]?.key ?? null) : null}
          at={{ x: corner.left + where.x, y: corner.top + where.y }}
          form={form}
        />
      ) : null}
    </>
  );
}
