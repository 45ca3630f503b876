import { Snowflake } from 'lucide-react';
import { FrozenNoteDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';

/** Says on every page that the workspace is held still, and why. */
export default function FrozenNote() {
  const [result] = useGraph(FrozenNoteDocument, {}, { policy: 'cache-first' });
  const reason = result.state === 'ready' ? result.data.tenant.frozenReason : null;
  return (
    <aside aria-label="Frozen workspace" className="flex gap-2 border-b border-line bg-accent-soft px-4 py-2 text-sm sm:px-6" data-frozen>
      <Snowflake aria-hidden size={16} className="mt-px shrink-0 text-accent" />
      <p>
        <strong className="font-semibold">This workspace is frozen.</strong> Everything can be read and nothing changed.
        {reason ? ` “${reason}”` : ''}
      </p>
    </aside>
  );
}
