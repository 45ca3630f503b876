import { ArrowRight, LayoutDashboard } from 'lucide-react';
import { Link } from 'react-router';
import { SampleQuestionsDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { makePath } from './addresses.ts';
import { sentencesFor } from './sentences.ts';

const SAMPLES = 8;

/** Sentences to try, as large links. */
export function Sentences() {
  const [samples] = useGraph(SampleQuestionsDocument, { persona: null, first: SAMPLES }, { policy: 'cache-first' });
  const sentences = sentencesFor(samples.state === 'ready' ? samples.data.sampleQuestions : []);
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3" aria-label="Sentences to try">
      {sentences.map(({ sentence, about }) => (
        <li key={sentence}>
          <Link
            to={makePath(sentence)}
            data-sentence={sentence}
            className="panel group flex h-full items-center gap-3 p-4 transition-colors hover:border-control hover:bg-raised"
          >
            <span className="grid size-9 shrink-0 place-items-center rounded-md bg-accent-soft text-accent">
              <LayoutDashboard aria-hidden size={17} />
            </span>
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{sentence}</span>
              <span className="block truncate text-sm text-muted">{about}</span>
            </span>
            <ArrowRight aria-hidden size={15} className="shrink-0 text-muted" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
