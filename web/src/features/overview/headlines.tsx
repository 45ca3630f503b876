import { PersonaHeadlinesDocument } from '../../gql/graphql.ts';
import type { Persona } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { ProblemNote } from '../../ui/states.tsx';
import { HeadlineTile } from './headline-tile.tsx';

const SHOWN = 6;

/** Anyone sees what the two that look at the whole company look at. */
const FOR_ANYONE = ['CFO', 'CRO'] as const satisfies readonly Persona[];

/** The numbers that somebody looks at first. Nothing while the data tell none. */
export function Headlines({ persona }: { persona: Persona | null }) {
  const [one, refresh] = useGraph(PersonaHeadlinesDocument, { persona: persona ?? FOR_ANYONE[0] });
  const [two] = useGraph(PersonaHeadlinesDocument, { persona: FOR_ANYONE[1] }, { pause: persona !== null });
  const first = known(one)?.personaHome.headlines ?? [];
  const second = persona === null ? (known(two)?.personaHome.headlines ?? []) : [];
  // In turns, each metric once.
  const mixed = Array.from({ length: SHOWN }, (_, index) => [first[index], second[index]]).flat();
  const shown = [...new Map(mixed.flatMap((each) => (each ? [[each.metric.name, each] as const] : []))).values()].slice(0, SHOWN);
  if (one.state === 'failed') return <ProblemNote problem={one.problem} onRetry={refresh} />;
  if (one.state === 'loading' && first.length === 0)
    return (
      <div role="status" data-state="loading" className="grid grid-cols-2 gap-3 md:grid-cols-3 2xl:grid-cols-6">
        <span className="sr-only">Loading the headlines</span>
        {Array.from({ length: SHOWN }, (_, index) => (
          <span key={index} aria-hidden className="breathe h-[148px] rounded-lg bg-raised" />
        ))}
      </div>
    );
  if (shown.length === 0) return null;
  return (
    <section aria-label="Headlines" data-headlines={shown.length}>
      <ul className="grid grid-cols-2 gap-3 md:grid-cols-3 2xl:grid-cols-6">
        {shown.map((headline) => (
          <HeadlineTile key={headline.metric.name} headline={headline} persona={persona} />
        ))}
      </ul>
    </section>
  );
}
