import { Link } from 'react-router';
import { ButtonLink } from '../../ui/button.tsx';
import { plural } from '../../ui/format.ts';
import type { Connection } from './use-connection.ts';

/** What became of the connection's tables in the business ontology, and the way there. */
export function ProposalNote({ connection }: { connection: Connection }) {
  const proposal = connection.mappingProposal;
  if (!proposal) {
    return connection.status === 'READY' ? (
      <p role="status" className="text-muted">
        Matching the tables to the business ontology…
      </p>
    ) : null;
  }
  const to = `/connections/${connection.id}/mapping`;
  if (proposal.status === 'PROPOSED')
    return (
      <section
        aria-label="Next step"
        className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-accent bg-accent-soft p-4"
      >
        <p>
          <span className="font-semibold">The mapping is ready for you.</span> Look it over and accept it; then you can ask.
        </p>
        <ButtonLink look="primary" to={to}>
          Review the mapping
        </ButtonLink>
      </section>
    );
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <Link to={to} className="font-medium link">
        See the mapping
      </Link>
      {connection.entityTypes.map((entity) => (
        <Link key={entity.id} to={`/ontology/${encodeURIComponent(entity.name)}`} className="link">
          {plural(entity.recordCount, entity.pluralLabel.toLowerCase(), entity.pluralLabel.toLowerCase())}
        </Link>
      ))}
    </p>
  );
}
