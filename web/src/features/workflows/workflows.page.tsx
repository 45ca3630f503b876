import { Plus, Workflow } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { WorkflowsDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { formatAgo } from '../../ui/format.ts';
import { Empty } from '../../ui/states.tsx';
import { useNow } from '../../ui/use-now.ts';
import { ActFrame } from '../act/act-frame.tsx';
import { Listed } from '../settings/listed.tsx';

const PAGE = 50;

/** What agents can be told to do, by name. */
export default function WorkflowsPage() {
  const now = useNow();
  const may = useMay('workflows.change');
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(WorkflowsDocument, { first });
  const make = may ? (
    <ButtonLink look="primary" to="/agents/workflows/new">
      <Plus aria-hidden size={16} /> New workflow
    </ButtonLink>
  ) : null;
  return (
    <ActFrame
      title="Workflows"
      guide="workflows"
      intro="What agents can be told to do: steps that depend on one another, written as text and drawn. Try one dry before it goes live."
      actions={make}
    >
      <Listed
        what="the workflows"
        result={result}
        refresh={refresh}
        pick={(data) => data.workflows}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={Workflow} title="There is no workflow yet" actions={make}>
            A workflow is a few steps: look something up, decide, ask a person, change something, tell somebody.
          </Empty>
        }
      >
        {(workflows) => (
          <ul aria-label="Workflows" className="panel divide-y divide-line overflow-hidden">
            {workflows.map((each) => (
              <li key={each.id} className="relative grid gap-0.5 px-5 py-4 transition-colors hover:bg-raised" data-workflow={each.name}>
                <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
                  <h2 className="font-medium">
                    <Link to={`/agents/workflows/${each.name}`} className="after:absolute after:inset-0 hover:underline">
                      {each.title}
                    </Link>
                  </h2>
                  {each.published ? <Badge tone="good">version {each.published.version}</Badge> : <Badge>not published</Badge>}
                  {each.latest && each.latest.version !== each.published?.version ? (
                    <Badge>draft: version {each.latest.version}</Badge>
                  ) : null}
                  {each.origin === 'BUILT_IN' ? <Badge>came with the product</Badge> : null}
                  <span className="text-sm text-muted sm:ml-auto">changed {formatAgo(each.changedAt, now)}</span>
                </div>
                <p dir="auto" className="text-muted">
                  {each.description}
                </p>
                <p className="font-mono text-xs text-muted">{each.name}</p>
              </li>
            ))}
          </ul>
        )}
      </Listed>
    </ActFrame>
  );
}
