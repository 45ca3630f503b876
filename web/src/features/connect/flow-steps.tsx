import { Check } from 'lucide-react';
import { classes } from '../../ui/classes.ts';

const STEPS = ['Choose data', 'Read', 'Review', 'Ask'] as const;

/** Where one is on the way from the source to the first question; `at` is 0-based. */
export function FlowSteps({ at }: { at: number }) {
  return (
    <ol aria-label="Steps" className="flex flex-wrap items-center gap-x-2 gap-y-2 text-sm">
      {STEPS.map((step, index) => (
        <li key={step} aria-current={index === at ? 'step' : undefined} className="flex items-center gap-2">
          {index > 0 ? <span aria-hidden className={classes('h-px w-10 max-sm:hidden', index <= at ? 'bg-accent' : 'bg-control')} /> : null}
          <span
            className={classes(
              'grid size-6 place-items-center rounded-full text-xs font-semibold',
              index < at
                ? 'bg-accent text-on-accent'
                : index === at
                  ? 'border-2 border-accent text-accent'
                  : 'border border-control text-muted',
            )}
          >
            {index < at ? <Check aria-hidden size={13} strokeWidth={3} /> : index + 1}
          </span>
          <span className={index === at ? 'font-medium text-ink' : 'text-muted'}>
            {step}
            {index < at ? <span className="sr-only"> (done)</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
