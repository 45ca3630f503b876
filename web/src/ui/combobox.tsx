import { Check, ChevronsUpDown } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { classes } from './classes.ts';
import { matchesOf } from './combobox-matches.ts';
import type { ComboboxOption } from './combobox-matches.ts';
import { CONTROL } from './field.tsx';

interface ComboboxProps {
  label: string;
  value: string;
  options: readonly ComboboxOption[];
  onChange: (value: string) => void;
  hint?: string;
  disabled?: boolean;
  className?: string;
}

/** One of many, found by typing: arrows move, Enter takes, Escape leaves it as it was. */
export function Combobox({ label, value, options, onChange, hint, disabled = false, className }: ComboboxProps) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const open = typed !== null;
  const matches = matchesOf(options, typed ?? '');
  const current = options.find((each) => each.value === value)?.label ?? '';
  const show = (text: string) => {
    setTyped(text);
    setAt(0);
  };
  const take = (index: number) => {
    const found = matches[index];
    setTyped(null);
    if (found) onChange(found.value);
  };
  const go = (index: number) => {
    const next = Math.max(0, Math.min(matches.length - 1, index));
    setAt(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (open) go(at + (event.key === 'ArrowDown' ? 1 : -1));
      else show('');
    } else if (event.key === 'Enter' && open) take(at);
    else if (event.key === 'Escape' && open) {
      setTyped(null);
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };
  return (
    <div className={classes('relative grid content-start gap-1.5', className)}>
      <label htmlFor={id} className="text-sm font-medium text-ink">
        {label}
      </label>
      <div className="relative">
        <input
          id={id}
          role="combobox"
          autoComplete="off"
          disabled={disabled}
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open && matches[at] ? `${id}-${at}` : undefined}
          aria-describedby={hint ? `${id}-hint` : undefined}
          value={typed ?? current}
          placeholder={current || 'Type to find'}
          onChange={({ target }) => show(target.value)}
          onClick={() => (open ? undefined : show(''))}
          onBlur={() => setTyped(null)}
          onKeyDown={press}
          className={classes(CONTROL, 'pr-9')}
        />
        <ChevronsUpDown aria-hidden size={15} className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-muted" />
        {open ? (
          <ul
            ref={list}
            id={`${id}-list`}
            role="listbox"
            aria-label={label}
            className="panel scroll-thin absolute inset-x-0 top-full z-30 mt-1 max-h-64 overflow-y-auto p-1 shadow-raised"
          >
            {matches.map((option, index) => (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the box has the focus and hears the keys
              <li
                key={option.value}
                id={`${id}-${index}`}
                role="option"
                aria-selected={option.value === value}
                // The box keeps the focus, and so stays open until the click has been heard.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => take(index)}
                onPointerMove={() => setAt(index)}
                className={classes('flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2.5', index === at && 'bg-accent-soft')}
              >
                <span className="grid min-w-0 flex-1">
                  <span className="truncate" dir="auto">
                    {option.label}
                  </span>
                  {option.hint ? <span className="truncate text-sm text-muted">{option.hint}</span> : null}
                </span>
                {option.value === value ? <Check aria-hidden size={14} className="shrink-0 text-accent" /> : null}
              </li>
            ))}
          </ul>
        ) : null}
        {open && matches.length === 0 ? (
          <p role="status" className="panel absolute inset-x-0 top-full z-30 mt-1 p-3 text-sm text-muted shadow-raised">
            Nothing is called “{typed}”.
          </p>
        ) : null}
      </div>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
