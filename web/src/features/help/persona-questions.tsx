import { useState } from 'react';
import { useViewer } from '../../app/viewer.ts';
import { QuestionsForDocument } from '../../gql/graphql.ts';
import type { Persona } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Segments } from '../../ui/segments.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { QuestionList } from '../ask/question-list.tsx';

const PERSONAS = [
  { value: 'CFO', label: 'CFO', title: 'Finance' },
  { value: 'CRO', label: 'CRO', title: 'Revenue' },
  { value: 'COO', label: 'COO', title: 'Operations' },
  { value: 'CTO', label: 'CTO', title: 'Technology' },
] as const satisfies readonly { value: Persona; label: string; title: string }[];

/** Questions that this workspace’s own data answer, by who would ask. */
export function PersonaQuestions() {
  const own = useViewer()?.user.persona ?? null;
  const [chosen, choose] = useState<Persona | null>(null);
  const persona = chosen ?? own ?? 'CFO';
  const [state, refresh] = useGraph(QuestionsForDocument, { persona }, { policy: 'cache-first' });
  const questions = state.state === 'ready' ? state.data.sampleQuestions : [];
  return (
    <div className="grid gap-4">
      <div className="justify-self-start">
        <Segments label="Whose questions" value={persona} options={PERSONAS} onChange={choose} />
      </div>
      {state.state === 'loading' ? <Loading label="Loading the questions" lines={3} /> : null}
      {state.state === 'failed' ? <ProblemNote problem={state.problem} onRetry={refresh} /> : null}
      {state.state === 'ready' && questions.length === 0 ? (
        <p className="text-muted">Connect data first; then questions that it can answer are listed here.</p>
      ) : null}
      <QuestionList label={`Questions of the ${persona}`} questions={questions} extra={{ persona }} />
    </div>
  );
}
