import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { QuarantineEntriesQuery } from '../../gql/graphql.ts';
import { CodeBlock } from '../../ui/code-block.tsx';
import { formatCount, formatMoment } from '../../ui/format.ts';

/** JSON with its lines apart; anything else as it was written. */
function readable(raw: string): string {
  try {
    return JSON.stringify(JSON.parse(raw), null, 2);
  } catch {
    return raw;
  }
}

/** One record that waits: its reason, and opened, the record as the source wrote it. */
export function Entry({ entry }: { entry: QuarantineEntriesQuery['quarantine']['nodes'][number] }) {
  const [open, setOpen] = useState(false);
  return (
    <li data-quarantined={entry.line}>
      <details className="group/entry" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="flex min-h-11 list-none items-start gap-3 px-4 py-2.5 hover:bg-raised [&::-webkit-details-marker]:hidden">
          <ChevronRight aria-hidden size={16} className="mt-0.5 shrink-0 text-muted transition-transform group-open/entry:rotate-90" />
          <span className="grid min-w-0 flex-1 gap-0.5">
            <span>
              {entry.reason} <span className="font-mono text-xs text-muted">{entry.code}</span>
            </span>
            <span className="truncate text-sm text-muted">
              {entry.object.connection.name} · {entry.object.name}
              {entry.line > 0 ? `, line ${formatCount(entry.line)}` : ''} · since {formatMoment(entry.since)}
            </span>
          </span>
        </summary>
        {open ? (
          <div className="px-4 pb-4">
            <CodeBlock code={readable(entry.raw)} label={`Record of ${entry.object.name}, line ${entry.line}`} />
          </div>
        ) : null}
      </details>
    </li>
  );
}
