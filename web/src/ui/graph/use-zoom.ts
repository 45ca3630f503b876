import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import type { ZoomBehavior } from 'd3-zoom';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { RefObject } from 'react';

const SMALLEST = 0.6;
const LARGEST = 4;
const STEP = 1.3;

/** What buttons and keys do to it. */
export interface ZoomControls {
  zoomIn: () => void;
  zoomOut: () => void;
  reset: () => void;
}

/**
 * Zoom and pan of a drawing: drag, pinch, Ctrl/⌘ + wheel (a plain wheel scrolls the page), buttons and keys.
 * The transform is set on the layer directly, so moving never renders anything again.
 */
export function useZoom(svg: RefObject<SVGSVGElement | null>, layer: RefObject<SVGGElement | null>, ready: boolean): ZoomControls {
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null);

  useEffect(() => {
    const element = svg.current;
    if (!element || !ready) return undefined;
    const zooming = zoom<SVGSVGElement, unknown>()
      .scaleExtent([SMALLEST, LARGEST])
      .filter((event: Event) => {
        if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
        if (event instanceof MouseEvent) return event.button === 0;
        // One finger scrolls the page, two zoom.
        return !(window.TouchEvent && event instanceof TouchEvent) || event.touches.length > 1;
      })
      .on('zoom', (event: { transform: { toString(): string } }) => layer.current?.setAttribute('transform', event.transform.toString()));
    behaviour.current = zooming;
    const selected = select(element);
    selected.call(zooming).on('dblclick.zoom', null);
    return () => {
      selected.on('.zoom', null);
      behaviour.current = null;
    };
  }, [svg, layer, ready]);

  const by = useCallback(
    (factor: number) => {
      if (svg.current && behaviour.current) behaviour.current.scaleBy(select(svg.current), factor);
    },
    [svg],
  );
  const reset = useCallback(() => {
    if (svg.current && behaviour.current) behaviour.current.transform(select(svg.current), zoomIdentity);
  }, [svg]);
  return useMemo(() => ({ zoomIn: () => by(STEP), zoomOut: () => by(1 / STEP), reset }), [by, reset]);
}
