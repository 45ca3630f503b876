import { Maximize, Minus, Plus } from 'lucide-react';
import { IconButton } from '../button.tsx';
import type { ZoomControls } from './use-zoom.ts';

/** What the keys + − 0 do, as buttons. */
export function ZoomButtons({ zoom }: { zoom: ZoomControls }) {
  return (
    <div className="flex shrink-0 max-sm:justify-end">
      <IconButton label="Zoom in" onClick={zoom.zoomIn}>
        <Plus aria-hidden size={16} />
      </IconButton>
      <IconButton label="Zoom out" onClick={zoom.zoomOut}>
        <Minus aria-hidden size={16} />
      </IconButton>
      <IconButton label="See everything" onClick={zoom.reset}>
        <Maximize aria-hidden size={15} />
      </IconButton>
    </div>
  );
}
