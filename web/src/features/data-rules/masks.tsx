import { EyeOff, Plus } from 'lucide-react';
import { useState } from 'react';
import { ColumnMasksDocument } from '../../gql/graphql.ts';
import type { ColumnMaskFieldsFragment } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import { MaskEditor } from './mask-editor.tsx';
import type { Model } from './path-fields.tsx';
import { RuleItem } from './rule-item.tsx';
import { maskText } from './words.ts';

const PAGE = 50;

/** Which values members do not see as they are. */
export function Masks({ model, onChanged }: { model: Model; onChanged: () => void }) {
  const [first, setFirst] = useState(PAGE);
  const [editing, setEditing] = useState<ColumnMaskFieldsFragment | 'new' | null>(null);
  const [result, refresh] = useGraph(ColumnMasksDocument, { first });
  const changed = () => {
    setEditing(null);
    refresh();
    onChanged();
  };
  if (editing !== null)
    return <MaskEditor model={model} mask={editing === 'new' ? null : editing} onSaved={changed} onClose={() => setEditing(null)} />;
  const add = (
    <Button onClick={() => setEditing('new')} data-add="mask">
      <Plus aria-hidden size={15} /> New mask
    </Button>
  );
  return (
    <Panel title="Values" label="Masks" aside={add}>
      <Listed
        what="the masks"
        result={result}
        refresh={refresh}
        pick={({ columnMasks }) => columnMasks}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={EyeOff} title="Nothing is masked" className="py-8">
            A mask hides salaries, or shows contacts only in part.
          </Empty>
        }
      >
        {(masks) => (
          <ul className="divide-y divide-line" aria-label="Masks">
            {masks.map((mask) => (
              <RuleItem key={mask.id} {...mask} text={maskText(mask)} onEdit={() => setEditing(mask)} onRemoved={changed} />
            ))}
          </ul>
        )}
      </Listed>
    </Panel>
  );
}
