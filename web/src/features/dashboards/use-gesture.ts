import { useEffect, useRef, useState } from 'react';
import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';
import { afterPut, COLUMNS, fitted, GAP_PX } from './arrange.ts';
import type { Place, Places } from './arrange.ts';
import type { DraftWidget } from './draft.ts';

/** A press that goes no farther than this moves nothing. */
const LEAST_PX = 3;
/** This near the edge of the screen the page scrolls along, so much with each frame. */
const EDGE_PX = 56;
const SCROLL_PX = 14;

/** A widget that somebody holds: where everything would stand, and where it is drawn under the pointer. */
export interface Held {
  id: string;
  places: Places;
  box: { transform: string; width: number; height: number };
}

interface Grip {
  kind: 'move' | 'resize';
  widget: DraftWidget;
  pointer: number;
  /** Where it was taken, on the page: scrolling moves it along. */
  x: number;
  y: number;
}

interface GestureOptions {
  frame: RefObject<HTMLElement | null>;
  widgets: readonly DraftWidget[];
  columnPx: number;
  rowPx: number;
  onArrange: (places: Places, about: string) => void;
  say: (text: string) => void;
}

/** Moving widgets by their handle and resizing them by their corner, with the mouse, a pen or a finger; Escape puts everything back. */
export function useGesture(options: GestureOptions): { now: Held | null; onPointerDown: (event: ReactPointerEvent) => void } {
  const [grip, setGrip] = useState<Grip | null>(null);
  const [now, setNow] = useState<Held | null>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  useEffect(() => {
    if (!grip) return undefined;
    const { kind, widget, pointer } = grip;
    const was = widget.layout;
    let at = { x: grip.x, y: grip.y };
    let cell: Place = was;
    let places: Places | null = null;
    let frame = 0;

    const draw = () => {
      const { columnPx, rowPx, widgets } = latest.current;
      const [dx, dy] = [at.x - grip.x, at.y + window.scrollY - grip.y];
      if (places === null && Math.hypot(dx, dy) < LEAST_PX) return;
      const [columns, rows] = [Math.round(dx / columnPx), Math.round(dy / rowPx)];
      const wanted = kind === 'move' ? { ...was, x: was.x + columns, y: was.y + rows } : { ...was, w: was.w + columns, h: was.h + rows };
      const to =
        kind === 'move'
          ? fitted(widget.kind, was, wanted)
          : { ...fitted(widget.kind, was, { ...wanted, w: Math.min(wanted.w, COLUMNS - was.x) }), x: was.x };
      if (places === null || to.x !== cell.x || to.y !== cell.y || to.w !== cell.w || to.h !== cell.h) {
        cell = to;
        places = afterPut(widgets, widget.id, to);
      }
      const [left, top, wide, high] = [was.x * columnPx, was.y * rowPx, was.w * columnPx - GAP_PX, was.h * rowPx - GAP_PX];
      const box =
        kind === 'move'
          ? { transform: `translate(${left + dx}px, ${top + dy}px)`, width: wide, height: high }
          : { transform: `translate(${left}px, ${top}px)`, width: Math.max(columnPx, wide + dx), height: Math.max(rowPx, high + dy) };
      setNow({ id: widget.id, places, box });
    };
    const scroll = () => {
      const by = at.y < EDGE_PX ? -SCROLL_PX : at.y > window.innerHeight - EDGE_PX ? SCROLL_PX : 0;
      if (by !== 0 && places !== null) {
        window.scrollBy(0, by);
        draw();
      }
      frame = requestAnimationFrame(scroll);
    };
    const end = (put: boolean) => {
      if (put && places !== null) latest.current.onArrange(places, widget.id);
      if (!put && places !== null) latest.current.say(`${widget.title} is back where it was.`);
      setNow(null);
      setGrip(null);
    };
    const onMove = (event: PointerEvent) => {
      if (event.pointerId !== pointer) return;
      at = { x: event.clientX, y: event.clientY };
      draw();
    };
    const onUp = (event: PointerEvent) => (event.pointerId === pointer ? end(true) : undefined);
    const onCancel = () => end(false);
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end(false);
    };
    frame = requestAnimationFrame(scroll);
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onCancel);
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onCancel);
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [grip]);

  const onPointerDown = (event: ReactPointerEvent) => {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const handle = event.target.closest('[data-widget-handle]');
    const corner = event.target.closest('[data-widget-corner]');
    const id = handle?.getAttribute('data-widget-handle') ?? corner?.getAttribute('data-widget-corner');
    const widget = options.widgets.find((each) => each.id === id);
    if (!widget) return;
    // No text is selected on the way; the handle keeps the focus, so that keys go on where the pointer stopped.
    event.preventDefault();
    if (handle instanceof HTMLElement) handle.focus();
    setGrip({ kind: handle ? 'move' : 'resize', widget, pointer: event.pointerId, x: event.clientX, y: event.clientY + window.scrollY });
  };
  return { now, onPointerDown };
}
