import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

interface EntryRowProps {
  entry: { id: string; sequence: number; requestId: string | null; hash: string };
  title: string;
  about: string;
  mark?: ReactNode;
  facts?: readonly (readonly [name: string, value: string | null])[];
  children?: ReactNode;
}

/** One entry of a chain: one line, and everything about it behind that. What is not opened is not drawn. */
export function EntryRow({ entry: { id, sequence, requestId, hash }, title, about, mark, facts = [], children }: EntryRowProps) {
  const [open, setOpen] = useState(false);
  const all = [...facts, ['Request', requestId], ['Place', String(sequence)], ['Hash', hash]] as const;
  return (
    <li data-entry={sequence} data-title={title}>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={`entry-${id}`}
        onClick={() => setOpen((now) => !now)}
        className="flex w-full items-center gap-3 px-4 py-2.5 text-left transition-colors hover:bg-raised"
      >
        <ChevronRight aria-hidden size={15} className={open ? 'shrink-0 rotate-90 text-muted' : 'shrink-0 text-muted'} />
        <span className="grid min-w-0 flex-1">
          <span className="truncate font-medium">{title}</span>
          <span className="text-sm text-muted">{about}</span>
        </span>
        {mark}
      </button>
      {open ? (
        <div id={`entry-${id}`} className="grid gap-4 border-t border-line bg-raised px-4 py-4 sm:pl-11">
          {children}
          <dl className="grid gap-1.5 text-sm">
            {all.map(([name, value]) =>
              value === null || value === '' ? null : (
                <div key={name} className="flex flex-wrap gap-x-4">
                  <dt className="w-28 shrink-0 text-muted">{name}</dt>
                  <dd className="min-w-0 font-mono text-xs leading-5 break-all">{value}</dd>
                </div>
              ),
            )}
          </dl>
        </div>
      ) : null}
    </li>
  );
}
