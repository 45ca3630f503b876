import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';

const LOOKS: Record<'note' | 'good' | 'warning' | 'bad', { icon: LucideIcon; box: string; sign: string; word: string }> = {
  note: { icon: Info, box: 'border-accent bg-accent-soft', sign: 'text-accent', word: 'Note' },
  good: { icon: CircleCheck, box: 'border-high bg-high-soft', sign: 'text-high', word: 'Done' },
  warning: { icon: TriangleAlert, box: 'border-medium bg-medium-soft', sign: 'text-medium', word: 'Careful' },
  bad: { icon: CircleAlert, box: 'border-low bg-low-soft', sign: 'text-low', word: 'Problem' },
};

interface CalloutProps {
  tone?: keyof typeof LOOKS;
  title?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** Something to know beside the work. A failure that can be tried again is a ProblemNote (./states.tsx). */
export function Callout({ tone = 'note', title, actions, children, className }: CalloutProps) {
  const { icon: Icon, box, sign, word } = LOOKS[tone];
  return (
    <div role="note" className={classes('flex gap-3 rounded-lg border p-4', box, className)}>
      <Icon aria-hidden size={18} className={classes('mt-0.5 shrink-0', sign)} />
      <div className="grid min-w-0 flex-1 gap-1">
        <p className="font-medium">
          {title ?? word}
          {title ? <span className="sr-only"> ({word})</span> : null}
        </p>
        <div className="text-pretty">{children}</div>
        {actions ? <div className="mt-2 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
