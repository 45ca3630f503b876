import { Globe } from 'lucide-react';
import { lazy, useState } from 'react';
import { RemoveToolHostDocument, ToolHostsDocument } from '../../gql/graphql.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Empty } from '../../ui/states.tsx';
import { EditedList } from './edited-list.tsx';

const HostForm = lazy(async () => ({ default: (await import('./host-form.tsx')).HostForm }));

const PAGE = 50;

interface ToolHostsProps {
  /** What the address says is being edited: `new`, an id, or nothing. */
  edit: string;
  onEdit: (id: string) => void;
}

/** The hosts outside that agents may call with http.call; none else. */
export function ToolHosts({ edit, onEdit }: ToolHostsProps) {
  const run = useRun();
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(ToolHostsDocument, { first });
  return (
    <EditedList
      what="the hosts"
      make="Allow a host"
      result={result}
      refresh={refresh}
      pick={(data) => data.toolHosts}
      onMore={() => setFirst((count) => count + PAGE)}
      edit={edit}
      onEdit={onEdit}
      nameOf={({ host }) => host}
      empty={(make) => (
        <Empty icon={Globe} title="Agents may call nothing outside" actions={make}>
          A tool such as http.call reaches only the hosts that are named here; nothing else, whatever a workflow says.
        </Empty>
      )}
      row={({ host, headerNames, savedAt }) => (
        <>
          <h2 className="font-mono font-medium [overflow-wrap:anywhere]">{host}</h2>
          <p className="text-sm text-muted">
            {headerNames.length === 0 ? 'Nothing is sent along' : `Sent along: ${headerNames.join(', ')}`} · saved {formatMoment(savedAt)}
          </p>
        </>
      )}
      form={(host, ways) => <HostForm key={host?.id} host={host} {...ways} />}
      removal="Agents call it no longer: steps that do fail from now on. What is sent along with it is forgotten."
      remove={async ({ id, host }) => {
        const outcome = await run(RemoveToolHostDocument, { id });
        if (!outcome.ok) return outcome.problem;
        refresh();
        notify('success', `Agents may no longer call ${host}`);
        return null;
      }}
    />
  );
}
