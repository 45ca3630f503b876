import { CircleStop, Play } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { Button } from '../../ui/button.tsx';
import type { Asking } from './asking.ts';

/** How far the widgets are, told once a few have come; it can be stopped and gone on with. It takes no room of its own. */
export function ProgressLine({ asking }: { asking: Asking }) {
  const { wanted, ready, failed, stopped } = useSyncExternalStore(asking.watch, asking.counts);
  const done = ready + failed;
  const under = done < wanted;
  const words = under
    ? `${stopped ? 'Stopped' : 'Filling in'}: ${done} of ${wanted} widgets`
    : failed > 0
      ? `${failed} of ${wanted} widgets could not be filled`
      : '';
  return (
    <div
      className={words === '' ? 'sr-only' : 'flex h-8 items-center gap-3'}
      data-progress={under ? (stopped ? 'stopped' : 'filling') : 'done'}
    >
      <p role="status" aria-live="polite" className="text-sm text-muted">
        {words}
      </p>
      {under && !stopped ? (
        <>
          <span aria-hidden className="h-1 w-28 overflow-hidden rounded-full bg-raised">
            <span
              className="block h-full rounded-full bg-accent transition-[width]"
              style={{ width: `${(done / Math.max(1, wanted)) * 100}%` }}
            />
          </span>
          <Button look="quiet" className="min-h-7" onClick={asking.stop} data-stop>
            <CircleStop aria-hidden size={15} /> Stop
          </Button>
        </>
      ) : null}
      {under && stopped ? (
        <Button look="quiet" className="min-h-7" onClick={asking.goOn} data-go-on>
          <Play aria-hidden size={15} /> Go on
        </Button>
      ) : null}
    </div>
  );
}
