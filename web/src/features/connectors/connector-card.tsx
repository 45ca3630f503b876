import { BadgeCheck, CircleDashed } from 'lucide-react';
import type { KeyboardEventHandler } from 'react';
import { Link } from 'react-router';
import type { ConnectorFieldsFragment } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { categoryLook } from './categories.ts';
import { ConnectorSign } from './sign.tsx';

/** The address of the wizard for a kind of source. */
export function wizardPath(kind: string): string {
  return `/connections/new/${kind.toLowerCase().replaceAll('_', '-')}`;
}

/** Whether somebody ran it against the real thing, said plainly; what it was run against on hovering, and in words in the wizard. */
export function VerifiedMark({ verified, verification }: { verified: boolean; verification: string }) {
  return (
    <span
      title={verification}
      className={`inline-flex items-center gap-1 text-xs font-medium whitespace-nowrap ${verified ? 'text-high' : 'text-medium'}`}
    >
      {verified ? <BadgeCheck aria-hidden size={14} /> : <CircleDashed aria-hidden size={14} />}
      {verified ? 'verified' : 'not verified'}
    </span>
  );
}

interface ConnectorCardProps {
  connector: ConnectorFieldsFragment;
  /** Moves among the cards. */
  onKeyDown: KeyboardEventHandler;
}

/** One kind of source in the catalogue; the whole card leads to the wizard. */
export function ConnectorCard({ connector, onKeyDown }: ConnectorCardProps) {
  const { kind, label, description, category, verified, verification, capabilities } = connector;
  const can = [
    capabilities.incremental ? 'only what is new' : null,
    capabilities.deletes ? 'notices deletions' : null,
    capabilities.live ? 'live' : null,
  ].filter((each) => each !== null);
  return (
    <li
      data-connector={kind}
      className="panel relative grid content-start gap-3 p-5 transition-colors hover:border-control has-focus-visible:outline-2 has-focus-visible:outline-accent"
    >
      <div className="flex items-start gap-3">
        <ConnectorSign category={category} />
        <div className="min-w-0 flex-1 leading-tight">
          <h2 className="text-md font-semibold">
            <Link to={wizardPath(kind)} onKeyDown={onKeyDown} className="outline-none after:absolute after:inset-0 after:rounded-lg">
              {label}
            </Link>
          </h2>
          <p className="text-sm text-muted">{categoryLook(category).label}</p>
        </div>
        <VerifiedMark verified={verified} verification={verification} />
      </div>
      <p className="text-sm">{description}</p>
      {can.length > 0 ? (
        <p className="flex flex-wrap gap-1.5">
          {can.map((each) => (
            <Badge key={each}>{each}</Badge>
          ))}
        </p>
      ) : null}
    </li>
  );
}
