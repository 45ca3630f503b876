import { Columns2, Pin, PinOff } from 'lucide-react';
import { Link } from 'react-router';
import { AskDocument } from '../../../gql/graphql.ts';
import type { Persona } from '../../../gql/graphql.ts';
import { useGraph } from '../../../graph/use-graph.ts';
import { Button } from '../../../ui/button.tsx';

const MOST_SOURCES = 3;

interface PlanetActionsProps {
  question: string;
  persona: Persona | null;
  pinned: boolean;
  onPin: () => void;
  onCompare: () => void;
}

/** Where an opened planet's number comes from, and what can be done with it. Its answer is asked for here: put in the middle, it is there at once. */
export default function PlanetActions({ question, persona, pinned, onPin, onCompare }: PlanetActionsProps) {
  const [result] = useGraph(AskDocument, { question, persona, after: null }, { policy: 'cache-first' });
  const answer = result.state === 'ready' && result.data.ask.__typename === 'Answer' ? result.data.ask : null;
  return (
    <>
      <div className="min-h-9 border-t border-line pt-2 text-xs" data-provenance={answer?.lineage.length ?? ''}>
        {result.state === 'loading' ? <span className="text-muted">Looking up where it comes from …</span> : null}
        {result.state === 'failed' ? <span className="text-muted">Where it comes from could not be looked up.</span> : null}
        {answer ? (
          <ul className="grid gap-0.5" aria-label="Where it comes from">
            {answer.lineage.slice(0, MOST_SOURCES).map(({ connection, object, entity }) => (
              <li key={`${object.id} ${entity}`} className="truncate">
                <Link to={`/connections/${connection.id}`} className="link">
                  {connection.name}
                </Link>{' '}
                › {object.name} <span className="text-muted">as {entity}</span>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <div className="grid grid-cols-2 gap-2">
        <Button onClick={onPin} aria-pressed={pinned} data-pin>
          {pinned ? <PinOff aria-hidden size={15} /> : <Pin aria-hidden size={15} />} {pinned ? 'Unpin' : 'Pin'}
        </Button>
        <Button onClick={onCompare}>
          <Columns2 aria-hidden size={15} /> Compare
        </Button>
      </div>
    </>
  );
}
