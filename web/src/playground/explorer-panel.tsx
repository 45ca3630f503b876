import { useGraphiQL } from '@graphiql/react';
import type { GraphiQLPlugin } from '@graphiql/react';
import { OperationTypeNode } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { ChevronRight, ListTree } from 'lucide-react';
import { useMemo, useState } from 'react';
import { classes } from '../ui/classes.ts';
import { Segments } from '../ui/segments.tsx';
import { choicesAt, isChosen, operationIn, toggled } from './explore.ts';
import type { Choice, Step } from './explore.ts';
import { useOpenTab } from './use-open-operation.ts';

const KINDS = [
  { value: OperationTypeNode.QUERY, label: 'Query' },
  { value: OperationTypeNode.MUTATION, label: 'Mutation' },
  { value: OperationTypeNode.SUBSCRIPTION, label: 'Subscription' },
];

interface Tree {
  schema: GraphQLSchema;
  kind: OperationTypeNode;
  text: string;
  onToggle: (path: readonly Step[]) => void;
}

function Row({ tree, path, choice }: { tree: Tree; path: readonly Step[]; choice: Choice }) {
  const here = [...path, choice.step];
  const operation = useMemo(() => operationIn(tree.text, tree.kind), [tree.text, tree.kind]);
  const chosen = isChosen(operation, here);
  const [opened, open] = useState<boolean | null>(null);
  const isOpen = choice.opens && (opened ?? (chosen && path.length < 6));
  return (
    <li>
      <div className="flex min-h-7 items-center gap-1 rounded-sm pr-1 hover:bg-raised">
        {choice.opens ? (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={`${isOpen ? 'Close' : 'Open'} ${choice.step}`}
            onClick={() => open(!isOpen)}
            className="grid size-6 shrink-0 place-items-center rounded-sm text-muted hover:text-ink"
          >
            <ChevronRight aria-hidden size={14} className={classes('transition-transform', isOpen && 'rotate-90')} />
          </button>
        ) : (
          <span className="size-6 shrink-0" />
        )}
        <label title={choice.description} className="flex min-h-6 min-w-0 flex-1 cursor-pointer items-center gap-2 text-sm">
          <input
            type="checkbox"
            checked={chosen}
            onChange={() => tree.onToggle(here)}
            data-explore={here.join('.')}
            className="accent-(--accent)"
          />
          <span className={classes('truncate', choice.deprecated && 'line-through')}>{choice.step}</span>
          <span className="ml-auto truncate pl-2 font-mono text-xs text-muted">{choice.type}</span>
        </label>
      </div>
      {isOpen ? <Rows tree={tree} path={here} filter="" /> : null}
    </li>
  );
}

function Rows({ tree, path, filter }: { tree: Tree; path: readonly Step[]; filter: string }) {
  const choices = choicesAt(tree.schema, tree.kind, path).filter(({ step }) => step.toLowerCase().includes(filter.toLowerCase()));
  if (choices.length === 0) return <p className="pl-7 text-sm">No field is called so.</p>;
  return (
    <ul className={path.length === 0 ? '' : 'ml-3 border-l border-line pl-1'}>
      {choices.map((choice) => (
        <Row key={choice.step} tree={tree} path={path} choice={choice} />
      ))}
    </ul>
  );
}

function ExplorerPanel() {
  const schema = useGraphiQL((state) => state.schema);
  const editor = useGraphiQL((state) => state.queryEditor);
  const { query: text } = useOpenTab();
  const written = KINDS.find(({ value }) => operationIn(text, value) !== null)?.value;
  const [asked, ask] = useState<OperationTypeNode | null>(null);
  const [filter, setFilter] = useState('');
  const [refused, refuse] = useState(false);
  const kind = asked ?? written ?? OperationTypeNode.QUERY;
  const onToggle = (path: readonly Step[]) => {
    if (!schema) return;
    const next = toggled(text, schema, kind, path);
    refuse(next === null);
    if (next !== null) editor?.setValue(next);
  };
  return (
    <section aria-label="Explorer" className="playground-panel">
      <h2>Explorer</h2>
      <p>Choose fields, and the operation writes itself.</p>
      <div className="justify-self-start">
        <Segments label="Kind of operation" value={kind} options={KINDS} onChange={ask} />
      </div>
      <label className="grid gap-1 text-sm">
        <span className="sr-only">Find a field</span>
        <input
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
          placeholder="Find a field"
          className="min-h-9 rounded-md border border-control bg-surface px-3 text-base text-ink placeholder:text-muted"
        />
      </label>
      {refused ? (
        <p role="alert" className="text-low">
          The text of the operation cannot be read yet. Complete it first, so that nothing of it is lost.
        </p>
      ) : null}
      {schema ? <Rows key={kind} tree={{ schema, kind, text, onToggle }} path={[]} filter={filter} /> : <p>The schema is being read …</p>}
    </section>
  );
}

/** GraphiQL’s side panel with the fields of the graph as a tree. */
export const EXPLORER_PLUGIN: GraphiQLPlugin = {
  title: 'Explorer',
  icon: () => <ListTree aria-hidden size={20} strokeWidth={1.75} />,
  content: ExplorerPanel,
};
