import { CircleCheck } from 'lucide-react';
import { formatDuration } from '../../ui/duration.ts';
import { plural } from '../../ui/format.ts';

export type Tested = { state: 'not yet' | 'asking' | 'refused' } | { state: 'answered'; objects: readonly string[]; milliseconds: number };

const MOST_NAMES = 12;

/** What a source said when it was tried. */
export function TestResult({ tested, label }: { tested: Tested; label: string }) {
  return (
    <div role="status" className="min-w-0" data-tested={tested.state}>
      {tested.state === 'not yet' ? <p className="text-sm text-muted">Opens it and looks; nothing is kept.</p> : null}
      {tested.state === 'refused' ? <p className="text-sm text-low">It was not opened. What to do stands at the field, or above.</p> : null}
      {tested.state === 'answered' ? (
        <div className="grid gap-1">
          <p className="flex items-center gap-2 font-medium">
            <CircleCheck aria-hidden size={17} className="text-high" />
            {label} answered in {formatDuration(tested.milliseconds)}
            {tested.objects.length > 0 ? ` and shows ${plural(tested.objects.length, 'object')}` : ''}.
          </p>
          {tested.objects.length > 0 ? (
            <p className="text-sm text-muted">
              {tested.objects.slice(0, MOST_NAMES).join(', ')}
              {tested.objects.length > MOST_NAMES ? ` and ${tested.objects.length - MOST_NAMES} more` : ''}
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
