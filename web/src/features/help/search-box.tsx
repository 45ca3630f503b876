import { Search, X } from 'lucide-react';
import { useId, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { CONTROL } from '../../ui/field.tsx';
import { IconButton } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';

interface SearchBoxProps {
  query: string;
  onQuery: (query: string) => void;
  /** The person may go on typing in a moment: what is searched can be loaded. */
  onNear?: () => void;
  label: string;
  placeholder: string;
}

/** Moves the focus among what was found: `[data-hit]` in the order of the page, and back into the box above the first. */
export function moveAmongHits(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [...document.querySelectorAll<HTMLElement>('[data-help-search], [data-hit]')];
  const next = stops[stops.indexOf(document.activeElement as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Searches as somebody types; the arrow keys lead into what was found. */
export function SearchBox({ query, onQuery, onNear, label, placeholder }: SearchBoxProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div role="search" className="relative max-w-[720px]">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <Search aria-hidden size={18} className="pointer-events-none absolute top-1/2 left-3.5 -translate-y-1/2 text-muted" />
      <input
        ref={input}
        id={id}
        data-help-search
        type="text"
        inputMode="search"
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={query}
        placeholder={placeholder}
        onFocus={onNear}
        onPointerEnter={onNear}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && query !== '') onQuery('');
          else if (event.key === 'Enter') document.querySelector<HTMLElement>('[data-hit]')?.click();
          else moveAmongHits(event);
        }}
        className={classes(CONTROL, 'min-h-12 rounded-lg pr-12 pl-10.5 text-md')}
      />
      {query === '' ? null : (
        <IconButton
          label="Clear the search"
          className="absolute top-1/2 right-1.5 -translate-y-1/2"
          onClick={() => {
            onQuery('');
            input.current?.focus();
          }}
        >
          <X aria-hidden size={16} />
        </IconButton>
      )}
    </div>
  );
}
