import { useState } from 'react';
import type { UIEvent } from 'react';

/** Tables longer than this draw only the rows that are in sight. */
export const ALL_DRAWN = 200;
/** What a row of a long table is high: all are alike there. */
export const LONG_ROW_PX = 41;
/** Rows drawn above and below those in sight, so that scrolling does not outrun them. */
const BEYOND = 12;
const FIRST_SIGHT_PX = 640;

export interface RowsInSight {
  from: number;
  to: number;
  onScroll: (event: UIEvent<HTMLElement>) => void;
}

/** Which rows of a table are drawn: all of a short one, those around what is in sight of a long one. */
export function useRowsInSight(count: number): RowsInSight {
  const [sight, setSight] = useState({ top: 0, height: FIRST_SIGHT_PX });
  const long = count > ALL_DRAWN;
  return {
    from: long ? Math.max(0, Math.min(count - 1, Math.floor(sight.top / LONG_ROW_PX) - BEYOND)) : 0,
    to: long ? Math.min(count, Math.ceil((sight.top + sight.height) / LONG_ROW_PX) + BEYOND) : count,
    onScroll: (event) => {
      if (!long) return;
      const { scrollTop, clientHeight } = event.currentTarget;
      setSight((now) =>
        Math.abs(now.top - scrollTop) < LONG_ROW_PX && now.height === clientHeight ? now : { top: scrollTop, height: clientHeight },
      );
    },
  };
}
