import { Plug } from 'lucide-react';
import { lazy, useState } from 'react';
import { AskMcpServerDocument, McpServersDocument, RemoveMcpServerDocument } from '../../gql/graphql.ts';
import type { McpServerFieldsFragment } from '../../gql/graphql.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatMoment, plural } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Empty } from '../../ui/states.tsx';
import { EditedList } from './edited-list.tsx';

const McpServerForm = lazy(async () => ({ default: (await import('./mcp-server-form.tsx')).McpServerForm }));

const PAGE = 20;

interface McpServersProps {
  /** What the address says is being edited: `new`, an id, or nothing. */
  edit: string;
  onEdit: (id: string) => void;
}

/** Servers of the Model Context Protocol whose tools agents may use. */
export function McpServers({ edit, onEdit }: McpServersProps) {
  const run = useRun();
  const [first, setFirst] = useState(PAGE);
  const [asked, setAsked] = useState<string | null>(null);
  const [result, refresh] = useGraph(McpServersDocument, { first });
  const ask = async ({ id, name }: McpServerFieldsFragment) => {
    setAsked(id);
    const outcome = await run(AskMcpServerDocument, { id });
    setAsked(null);
    if (!outcome.ok) return notify('error', outcome.problem.message, outcome.problem.todo);
    const { problem, offeredTools } = outcome.data.askMcpServer;
    return problem
      ? notify('error', `${name} could not be asked`, problem)
      : notify('success', `${name} offers ${plural(offeredTools.length, 'tool')}`);
  };
  return (
    <EditedList
      what="the servers"
      make="Add a server"
      result={result}
      refresh={refresh}
      pick={(data) => data.mcpServers}
      onMore={() => setFirst((count) => count + PAGE)}
      edit={edit}
      onEdit={onEdit}
      nameOf={({ name }) => name}
      empty={(make) => (
        <Empty icon={Plug} title="Agents use no server of others" actions={make}>
          A server of the Model Context Protocol brings tools of its own; agents use those that you name, and no others.
        </Empty>
      )}
      row={(server) => <Server server={server} />}
      more={(server) => (
        <Button busy={asked === server.id} onClick={() => void ask(server)} aria-label={`Ask again: ${server.name}`}>
          Ask again
        </Button>
      )}
      form={(server, ways) => <McpServerForm key={server?.id} server={server} {...ways} />}
      removal="Agents use it no longer: steps that call its tools fail from now on. Its token is forgotten."
      remove={async ({ id, name }) => {
        const outcome = await run(RemoveMcpServerDocument, { id });
        if (!outcome.ok) return outcome.problem;
        refresh();
        notify('success', `Agents no longer use ${name}`);
        return null;
      }}
    />
  );
}

function Server({ server: { name, url, problem, askedAt, allowedTools, offeredTools, hasToken } }: { server: McpServerFieldsFragment }) {
  return (
    <>
      <h2 className="flex flex-wrap items-center gap-2 font-medium">
        {name}
        <Badge tone={problem ? 'bad' : askedAt ? 'good' : 'neutral'}>
          {problem ? 'could not be asked' : askedAt ? 'answers' : 'not asked yet'}
        </Badge>
      </h2>
      <p className="font-mono text-sm text-muted [overflow-wrap:anywhere]">{url}</p>
      <p className="text-sm text-muted">
        {allowedTools.length} of {plural(offeredTools.length, 'tool')} allowed · {hasToken ? 'with a token' : 'without a token'}
        {askedAt ? ` · asked ${formatMoment(askedAt)}` : ''}
      </p>
      {problem ? <p className="text-sm text-low">{problem}</p> : null}
    </>
  );
}
