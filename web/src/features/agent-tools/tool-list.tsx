import { Wrench } from 'lucide-react';
import { useState } from 'react';
import { AgentToolsDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/states.tsx';
import { COMPLEXITIES } from '../governance/looks.ts';
import { Listed } from '../settings/listed.tsx';
import { EFFECTS } from './words.ts';

const PAGE = 100;

/** What agents can do, by name; which of it one of them may use is said of that agent. */
export function ToolList() {
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(AgentToolsDocument, { first });
  return (
    <Listed
      what="the tools"
      result={result}
      refresh={refresh}
      pick={(data) => data.tools}
      onMore={() => setFirst((count) => count + PAGE)}
      empty={
        <Empty icon={Wrench} title="There is no tool">
          What agents can do is listed here.
        </Empty>
      }
    >
      {(tools) => (
        <DataTable
          label="Tools"
          rows={tools}
          rowKey={({ name }) => name}
          columns={[
            {
              name: 'Tool',
              sort: ({ name }) => name,
              cell: ({ name, title }) => (
                <span className="grid gap-0.5">
                  <span className="font-medium">{title}</span>
                  <span className="font-mono text-xs text-muted [overflow-wrap:anywhere]">{name}</span>
                </span>
              ),
            },
            { name: 'What it does', cell: ({ description }) => <span className="block min-w-60">{description}</span> },
            {
              name: 'Can at most',
              sort: ({ complexity }) => complexity,
              cell: ({ complexity }) => `${complexity}: ${COMPLEXITIES[complexity - 1] ?? ''}`,
            },
            {
              name: 'Called twice',
              sort: ({ effect }) => effect,
              cell: ({ effect }) => (
                <span title={EFFECTS[effect].hint}>
                  <Badge tone={EFFECTS[effect].tone}>{EFFECTS[effect].word}</Badge>
                </span>
              ),
            },
          ]}
        />
      )}
    </Listed>
  );
}
