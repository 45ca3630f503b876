import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { classes } from '../../ui/classes.ts';

const LINE_PX = 20;

interface CodeAreaProps {
  label: string;
  value: string;
  /** Lines, from 1, with something wrong in them. */
  marked: ReadonlySet<number>;
  readOnly?: boolean;
  describedBy?: string;
  area: RefObject<HTMLTextAreaElement | null>;
  onChange: (value: string) => void;
}

/** Goes to a line of a text area and puts the caret at its beginning. */
export function goToLine(area: HTMLTextAreaElement | null, line: number): void {
  if (!area) return;
  const start = area.value.split('\n').slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0); // prettier-ignore
  const end = area.value.indexOf('\n', start);
  area.focus();
  area.setSelectionRange(start, end === -1 ? area.value.length : end);
  area.scrollTop = Math.max(0, (line - 4) * LINE_PX);
}

/** Code to write, with the numbers of its lines; those with something wrong are marked. Tab leaves it, as everywhere. */
export function CodeArea({ label, value, marked, readOnly = false, describedBy, area, onChange }: CodeAreaProps) {
  const gutter = useRef<HTMLDivElement>(null);
  const lines = value.split('\n').length;
  useEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    const follow = () => {
      if (gutter.current) gutter.current.style.transform = `translateY(${-element.scrollTop}px)`;
    };
    follow();
    element.addEventListener('scroll', follow, { passive: true });
    return () => element.removeEventListener('scroll', follow);
  }, [area]);
  return (
    <div className="relative flex h-[min(64dvh,720px)] overflow-hidden rounded-md border border-control bg-surface focus-within:outline-2 focus-within:outline-accent">
      <div
        aria-hidden
        className="w-12 shrink-0 overflow-hidden border-r border-line bg-raised text-right font-mono text-xs text-muted select-none"
      >
        <div ref={gutter} className="py-3">
          {Array.from({ length: lines }, (_, index) => (
            <div key={index} className={classes('h-5 pr-2 leading-5', marked.has(index + 1) && 'bg-low-soft font-semibold text-low')}>
              {marked.has(index + 1) ? '! ' : ''}
              {index + 1}
            </div>
          ))}
        </div>
      </div>
      <textarea
        ref={area}
        aria-label={label}
        aria-invalid={marked.size > 0 || undefined}
        aria-describedby={describedBy}
        readOnly={readOnly}
        value={value}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        wrap="off"
        onChange={(event) => onChange(event.target.value)}
        className="scroll-thin min-w-0 flex-1 resize-none overflow-auto bg-transparent px-3 py-3 font-mono text-xs leading-5 text-ink outline-none"
      />
    </div>
  );
}
