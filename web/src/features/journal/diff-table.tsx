import { fieldChanges } from './diff.ts';

interface DiffTableProps {
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** A change as fields before and after; the words say what the colours do. */
export function DiffTable({ before, after }: DiffTableProps) {
  const changes = fieldChanges(before, after);
  if (changes.length === 0) return <p className="text-muted">Nothing more is on record of it.</p>;
  const summary = before === null ? 'It was made.' : after === null ? 'It was removed.' : 'It was changed.';
  return (
    <div className="grid gap-2">
      <p className="text-sm text-muted">{summary}</p>
      <div
        className="scroll-thin overflow-x-auto rounded-md border border-line bg-surface"
        tabIndex={0}
        role="region"
        aria-label="Before and after"
      >
        <table className="w-full border-collapse text-sm" data-diff>
          <thead className="border-b border-line text-left text-muted">
            <tr>
              <th scope="col" className="px-3 py-1.5 font-medium">
                Field
              </th>
              <th scope="col" className="px-3 py-1.5 font-medium">
                Before
              </th>
              <th scope="col" className="px-3 py-1.5 font-medium">
                After
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ name, before: old, after: now }) => {
              const differs = old !== now;
              return (
                <tr key={name} className="border-b border-line align-top last:border-0">
                  <th scope="row" className="px-3 py-1.5 text-left font-normal whitespace-nowrap">
                    {name}
                  </th>
                  <td className="px-3 py-1.5">
                    {old === null ? null : <Value text={old} look={differs ? 'bg-low-soft text-low line-through' : 'text-muted'} />}
                  </td>
                  <td className="px-3 py-1.5">
                    {now === null ? null : <Value text={now} look={differs ? 'bg-high-soft text-high' : 'text-muted'} />}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Value({ text, look }: { text: string; look: string }) {
  return <span className={`rounded-sm px-1 font-mono text-xs leading-5 break-all ${look}`}>{text}</span>;
}
