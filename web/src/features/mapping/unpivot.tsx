import { Disclosure } from '../../ui/disclosure.tsx';
import { plural } from '../../ui/format.ts';
import { Switch } from '../../ui/switch.tsx';
import type { MappingEdits } from './changes.ts';
import type { Table } from './table-card.tsx';

interface UnpivotProps {
  table: Table;
  edits: MappingEdits;
  editable: boolean;
  onUnpivot: (unpivot: boolean) => void;
}

/** A sheet of periods by metrics: whether each of its cells becomes an observation of its own. */
export function Unpivot({ table, edits, editable, onUnpivot }: UnpivotProps) {
  const suggestion = table.suggestedUnpivot;
  if (suggestion === null && !table.unpivoted) return null;
  const on = edits.unpivots.get(table.id) ?? table.unpivoted;
  return (
    <div className="grid gap-2 rounded-md border border-line p-3" data-unpivot={on}>
      <Switch
        label="Each cell becomes an observation: period, metric, value"
        hint={suggestion ? `${plural(suggestion.cells.length, 'column')} of numbers by period` : undefined}
        on={on}
        disabled={!editable}
        onChange={onUnpivot}
        name={`unpivot ${table.object.name}`}
      />
      {suggestion && suggestion.evidence.length > 0 ? (
        <Disclosure summary="Why">
          <ul className="grid list-disc gap-1 pl-4 text-sm">
            {suggestion.evidence.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </div>
  );
}
