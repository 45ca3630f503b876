import { useEffect, useState } from 'react';
import type { RefObject } from 'react';

/** What comes this near the screen is drawn before it is seen. */
const MARGIN_PX = 900;
/** The band moves in steps of this, so that scrolling draws anew seldom. */
const STEP_PX = 300;

export interface Band {
  from: number;
  to: number;
}

/** Which part of an element is on the screen or near it, in pixels from its top; null while that does not matter. */
export function useScreen(element: RefObject<HTMLElement | null>, wanted: boolean): Band | null {
  const [band, setBand] = useState<Band>({ from: 0, to: MARGIN_PX * 2 });
  useEffect(() => {
    if (!wanted) return undefined;
    let frame = 0;
    const measure = () => {
      frame = 0;
      const top = element.current?.getBoundingClientRect().top ?? 0;
      const from = Math.floor((-top - MARGIN_PX) / STEP_PX) * STEP_PX;
      const to = Math.ceil((window.innerHeight - top + MARGIN_PX) / STEP_PX) * STEP_PX;
      setBand((now) => (now.from === from && now.to === to ? now : { from, to }));
    };
    const soon = () => {
      frame ||= requestAnimationFrame(measure);
    };
    measure();
    window.addEventListener('scroll', soon, { passive: true });
    window.addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', soon);
      window.removeEventListener('resize', soon);
    };
  }, [element, wanted]);
  return wanted ? band : null;
}
