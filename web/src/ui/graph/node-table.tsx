import { useId, useState } from 'react';
import { CONTROL } from '../field.tsx';
import { formatCount } from '../format.ts';
import type { DrawnNode } from './drawing.ts';

const PAGE = 20;

interface NodeTableProps {
  label: string;
  nodes: readonly DrawnNode[];
  chosen: string | null;
  onChoose: (id: string) => void;
}

/** The table beside a large graph: every node found by its name, and chosen by its button. */
export function NodeTable({ label, nodes, chosen, onChoose }: NodeTableProps) {
  const id = useId();
  const [find, setFind] = useState('');
  const [shown, setShown] = useState(PAGE);
  const words = find.trim().toLowerCase();
  const found = words === '' ? nodes : nodes.filter((node) => `${node.label} ${node.detail}`.toLowerCase().includes(words));
  return (
    <div className="grid gap-2 border-t border-line p-3" data-node-table={found.length}>
      <div className="flex flex-wrap items-center gap-3">
        <label htmlFor={id} className="sr-only">
          Find in {label}
        </label>
        <input
          id={id}
          type="search"
          className={`${CONTROL} max-w-72`}
          placeholder="Find by name"
          value={find}
          onChange={(event) => {
            setFind(event.target.value);
            setShown(PAGE);
          }}
        />
        <p className="text-sm text-muted">{formatCount(found.length)} found</p>
      </div>
      <div className="scroll-thin max-h-72 overflow-y-auto" tabIndex={0} role="region" aria-label={`${label} as a table`}>
        <table className="w-full border-collapse text-left">
          <thead className="sr-only">
            <tr>
              <th scope="col">Name</th>
              <th scope="col">What it is</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, shown).map((node) => (
              <tr key={node.id} className="border-t border-line first:border-0">
                <th scope="row" className="py-1 pr-3 font-normal">
                  <button
                    type="button"
                    dir="auto"
                    aria-pressed={node.id === chosen}
                    className="min-h-7 rounded-sm px-1 text-left text-accent [overflow-wrap:anywhere] aria-pressed:font-semibold"
                    onClick={() => onChoose(node.id)}
                  >
                    {node.label}
                  </button>
                </th>
                <td dir="auto" className="py-1 text-sm text-muted [overflow-wrap:anywhere]">
                  {node.detail}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {shown < found.length ? (
          <button type="button" className="min-h-8 px-1 text-sm font-medium text-accent" onClick={() => setShown((now) => now + PAGE)}>
            Show more
          </button>
        ) : null}
      </div>
    </div>
  );
}
