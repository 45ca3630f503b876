import { ArrowLeftRight, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { AskDocument } from '../../../gql/graphql.ts';
import type { AnswerFieldsFragment } from '../../../gql/graphql.ts';
import { useGraph } from '../../../graph/use-graph.ts';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/page.tsx';
import { Loading, ProblemNote } from '../../../ui/states.tsx';
import type { AskAddress } from '../ask-address.ts';
import { AskBox } from '../ask-box.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import { compareGalaxies } from './compare-galaxies.ts';
import { Galaxy } from './galaxy.tsx';
import { matchNodes } from './match.ts';
import type { GalaxyNode } from './words.ts';

interface ComparisonProps {
  answer: AnswerFieldsFragment;
  address: AskAddress;
  onAddress: (address: AskAddress, replace: boolean) => void;
}

/** Two galaxies side by side: what both have lights up together, and a table tells every difference. */
export default function Comparison({ answer, address, onAddress }: ComparisonProps) {
  const { versus, persona, galaxy: settings } = address;
  const [result, refresh] = useGraph(AskDocument, { question: versus ?? '', persona, after: null }, { pause: !versus });
  const asked = result.state === 'ready' ? result.data.ask : null;
  const other = asked?.__typename === 'Answer' ? asked : null;
  const [looked, setLooked] = useState<{ side: 'left' | 'right'; id: string } | null>(null);
  const left = answer.galaxy;
  const right = other?.galaxy ?? null;
  const pairs = useMemo(() => matchNodes(left.nodes, right?.nodes ?? []), [left, right]);
  const rows = useMemo(() => (right ? compareGalaxies(left.nodes, right.nodes) : []), [left, right]);
  const centre = (nodes: readonly GalaxyNode[]) => nodes.find(({ orbit }) => orbit === 'CENTRE')?.id;
  // The two answers are each other's counterpart, whatever they are of.
  const inRight = (id: string) =>
    id === centre(left.nodes) ? centre(right?.nodes ?? []) : [...pairs].find(([, from]) => from === id)?.[0];
  const inLeft = (id: string) => (id === centre(right?.nodes ?? []) ? centre(left.nodes) : pairs.get(id));
  const look = (side: 'left' | 'right') => (node: GalaxyNode | null) => setLooked(node ? { side, id: node.id } : null);
  const to = (change: Partial<AskAddress>) => onAddress({ ...address, ...change }, false);
  const set = (next: AskAddress['galaxy']) => onAddress({ ...address, galaxy: next }, true);
  const shared = { settings, onSettings: set, onBack: () => to({ versus: null }) };
  return (
    <div className="grid gap-4" data-comparison={rows.length}>
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-60 flex-1">
          <AskBox
            question={versus ?? ''}
            busy={result.state === 'loading'}
            name="Question to compare with"
            verb="Compare"
            onAsk={(next) => to({ versus: next })}
          />
        </div>
        <Button className="min-h-12" onClick={() => to({ question: versus ?? address.question, versus: address.question })}>
          <ArrowLeftRight aria-hidden size={16} /> Change sides
        </Button>
        <Button className="min-h-12" onClick={() => to({ versus: null })} data-compare-end>
          <X aria-hidden size={16} /> End comparison
        </Button>
      </div>
      <div className="grid gap-4 xl:grid-cols-2">
        {(
          [
            ['left', answer, left],
            ['right', other, right],
          ] as const
        ).map(([side, told, galaxy]) => (
          <section
            key={side}
            className="grid content-start gap-2"
            aria-label={told ? `${told.label}: ${told.question}` : 'The other galaxy'}
          >
            {told && galaxy ? (
              <>
                <h2 className="flex flex-wrap items-baseline gap-x-3 px-1">
                  <span dir="auto" className="text-lg font-semibold">
                    {told.formattedValue ?? '–'}
                  </span>
                  <span dir="auto" className="min-w-0 truncate text-muted">
                    {told.question}
                  </span>
                </h2>
                <div className="h-[max(500px,calc(100dvh-372px))]">
                  <Galaxy
                    {...shared}
                    galaxy={galaxy}
                    label={told.label}
                    onCentre={(question) => to(side === 'left' ? { question } : { versus: question })}
                    echo={looked && looked.side !== side ? ((side === 'left' ? inLeft(looked.id) : inRight(looked.id)) ?? null) : null}
                    onLookedAt={look(side)}
                  />
                </div>
              </>
            ) : result.state === 'failed' ? (
              <ProblemNote problem={result.problem} onRetry={refresh} />
            ) : asked ? (
              <Panel className="grid gap-2">
                <h2 className="font-semibold">There is no galaxy to put beside it</h2>
                <p>{asked.text}</p>
              </Panel>
            ) : (
              <Loading label="Looking for the other galaxy" lines={6} className="panel h-[600px] content-start p-5" />
            )}
          </section>
        ))}
      </div>
      {other ? <ComparisonTable rows={rows} left={answer.question} right={other.question} /> : null}
    </div>
  );
}
