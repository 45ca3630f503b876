import { classes } from '../../ui/classes.ts';
import { diffLines } from './line-diff.ts';

const SIGNS = { SAME: ' ', ADDED: '+', REMOVED: '−' } as const;
const SAID = { SAME: '', ADDED: 'added: ', REMOVED: 'removed: ' } as const;
const LOOKS = { SAME: 'text-muted', ADDED: 'bg-high-soft text-ink', REMOVED: 'bg-low-soft text-ink' } as const;
/** Lines that stay the same are shown as far as this around what changed. */
const AROUND = 3;

/** Two texts laid over each other line by line; a sign says what colour says. */
export function DiffLines({ before, after, label }: { before: string; after: string; label: string }) {
  const lines = diffLines(before, after);
  const near = lines.map((_, index) => lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ kind }) => kind !== 'SAME'));
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label={label}
      className="scroll-thin max-h-[60dvh] overflow-auto rounded-md border border-line font-mono text-xs leading-5"
    >
      <ol className="w-max min-w-full py-2">
        {lines.map(({ kind, text }, index) =>
          near[index] ? (
            <li key={index} data-line={kind} className={classes('flex px-3 whitespace-pre', LOOKS[kind])}>
              <span aria-hidden className="w-5 shrink-0 select-none">
                {SIGNS[kind]}
              </span>
              <span className="sr-only">{SAID[kind]}</span>
              <span>{text === '' ? ' ' : text}</span>
            </li>
          ) : near[index - 1] === true || index === 0 ? (
            <li key={index} aria-hidden className="px-3 text-muted select-none">
              …
            </li>
          ) : null,
        )}
      </ol>
    </div>
  );
}
