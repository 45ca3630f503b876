import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { classes } from './classes.ts';

interface SegmentsProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; icon?: LucideIcon; title?: string }[];
  onChange: (value: Value) => void;
}

/** One of a few: a row of radio buttons that looks like a switch, with the arrow keys browsers give them. */
export function Segments<Value extends string>({ label, value, options, onChange }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset className="scroll-thin inline-flex max-w-full min-w-0 justify-self-start overflow-x-auto rounded-lg border border-line bg-surface p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map(({ value: each, label: text, icon: Icon, title }) => (
        <label
          key={each}
          title={title}
          className={classes(
            'relative inline-flex min-h-8 shrink-0 cursor-pointer items-center gap-1.5 rounded-md px-2.5 text-sm whitespace-nowrap transition-colors has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent',
            each === value ? 'bg-accent-soft font-medium text-ink' : 'text-muted hover:text-ink',
          )}
        >
          <input type="radio" className="sr-only" name={name} value={each} checked={each === value} onChange={() => onChange(each)} />
          {Icon ? <Icon aria-hidden size={15} /> : null}
          {text}
        </label>
      ))}
    </fieldset>
  );
}
