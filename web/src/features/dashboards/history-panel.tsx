import type { RefObject } from 'react';
import { classes } from '../../ui/classes.ts';
import Popover from '../../ui/popover.tsx';
import type { Editing } from './editing.ts';

interface HistoryPanelProps {
  editing: Editing;
  anchor: RefObject<HTMLElement | null>;
  onGo: (to: number) => void;
  onClose: () => void;
}

/** Everything that was done since the board was opened, newest first: any step can be gone back to, and forth. */
export default function HistoryPanel({ editing: { steps, at }, anchor, onGo, onClose }: HistoryPanelProps) {
  return (
    <Popover anchor={anchor} label="What was done" align="end" className="w-80 max-w-[calc(100vw-24px)] p-1.5" onClose={onClose}>
      <h3 className="px-2.5 pt-1.5 pb-1 text-sm font-medium text-muted">What was done</h3>
      <ol reversed className="scroll-thin grid max-h-[50dvh] overflow-y-auto" data-history>
        {steps
          .map((step, index) => ({ step, index }))
          .toReversed()
          .map(({ step, index }) => (
            <li key={index}>
              <button
                type="button"
                aria-current={index === at ? 'step' : undefined}
                className={classes(
                  'flex min-h-8 w-full items-start gap-2.5 rounded-md px-2.5 py-1.5 text-left text-sm hover:bg-raised',
                  index === at && 'bg-accent-soft font-medium',
                  index > at && 'text-muted',
                )}
                onClick={() => onGo(index)}
              >
                <span
                  aria-hidden
                  className={classes(
                    'mt-1.5 size-2 shrink-0 rounded-full border',
                    index <= at ? 'border-accent bg-accent' : 'border-control',
                  )}
                />
                <span dir="auto" className="min-w-0 break-words">
                  {step.done}
                </span>
              </button>
            </li>
          ))}
      </ol>
    </Popover>
  );
}
