import { Hourglass } from 'lucide-react';
import { formatDuration } from '../../ui/duration.ts';

/** Too many attempts: how long until the next one, counted down. A screen reader hears it once. */
export function WaitNote({ left, children }: { left: number; children?: string }) {
  return (
    <div role="status" data-wait={left} className="flex gap-3 rounded-lg border border-medium bg-medium-soft p-4">
      <Hourglass aria-hidden size={20} className="mt-0.5 shrink-0 text-medium" />
      <div className="grid gap-1">
        <p className="font-medium">Too many attempts were made.</p>
        <p>
          The next one can be made in <span aria-live="off">{formatDuration(left * 1_000)}</span>. {children}
        </p>
      </div>
    </div>
  );
}
