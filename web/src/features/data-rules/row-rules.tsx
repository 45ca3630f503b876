import { ListFilter, Plus } from 'lucide-react';
import { useState } from 'react';
import { RowRulesDocument } from '../../gql/graphql.ts';
import type { RowRuleFieldsFragment } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import type { Model } from './path-fields.tsx';
import { RuleEditor } from './rule-editor.tsx';
import { RuleItem } from './rule-item.tsx';
import { rowRuleText } from './words.ts';

const PAGE = 50;

/** Which records members see. */
export function RowRules({ model, onChanged }: { model: Model; onChanged: () => void }) {
  const [first, setFirst] = useState(PAGE);
  const [editing, setEditing] = useState<RowRuleFieldsFragment | 'new' | null>(null);
  const [result, refresh] = useGraph(RowRulesDocument, { first });
  const changed = () => {
    setEditing(null);
    refresh();
    onChanged();
  };
  if (editing !== null)
    return <RuleEditor model={model} rule={editing === 'new' ? null : editing} onSaved={changed} onClose={() => setEditing(null)} />;
  const add = (
    <Button onClick={() => setEditing('new')} data-add="row-rule">
      <Plus aria-hidden size={15} /> New rule
    </Button>
  );
  return (
    <Panel title="Records" label="Rules about records" aside={add}>
      <Listed
        what="the rules about records"
        result={result}
        refresh={refresh}
        pick={({ rowRules }) => rowRules}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={ListFilter} title="Everybody sees all records" className="py-8">
            A rule lets a region’s managers see their region, and nothing else.
          </Empty>
        }
      >
        {(rules) => (
          <ul className="divide-y divide-line" aria-label="Rules about records">
            {rules.map((rule) => (
              <RuleItem key={rule.id} {...rule} text={rowRuleText(rule)} onEdit={() => setEditing(rule)} onRemoved={changed} />
            ))}
          </ul>
        )}
      </Listed>
    </Panel>
  );
}
