import { ArrowRight } from 'lucide-react';
import type { ProposalFieldsFragment } from '../../gql/graphql.ts';
import { SampleQuestionsDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { plural } from '../../ui/format.ts';
import { QuestionList } from '../ask/question-list.tsx';

/** The end of the way in: what came of it, and the first question. */
export function Published({ proposal }: { proposal: ProposalFieldsFragment }) {
  const [samples] = useGraph(SampleQuestionsDocument, { first: 6 }, { policy: 'network-only' });
  const questions = samples.state === 'ready' ? samples.data.sampleQuestions : [];
  return (
    <section aria-label="Published" data-published className="sky grid gap-4 rounded-xl border border-line p-6 sm:p-8">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold tracking-tight">
          {proposal.recordsUnified > 0 ? `${plural(proposal.recordsUnified, 'record')} unified` : 'The mapping is published'}
        </h2>
        <p className="text-md text-muted">{plural(proposal.tables.length, 'table')} can now be asked about, alone and together.</p>
      </div>
      <QuestionList label="Ask your first question" questions={questions} />
      <ButtonLink to="/ask" look="primary" className="justify-self-start">
        Ask your first question <ArrowRight aria-hidden size={16} />
      </ButtonLink>
    </section>
  );
}
