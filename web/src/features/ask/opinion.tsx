import { AnswerOpinionDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Loading, ProblemNote } from '../../ui/states.tsx';

/** What the language model made of the question, where one is set; asked when it is looked at. */
export default function Opinion({ answerId }: { answerId: string }) {
  const [result, refresh] = useGraph(AnswerOpinionDocument, { id: answerId }, { policy: 'cache-first' });
  if (result.state === 'loading') return <Loading label="Asking the language model" lines={2} />;
  if (result.state === 'failed') return <ProblemNote problem={result.problem} onRetry={refresh} />;
  const opinion = result.data.answer.__typename === 'Answer' ? result.data.answer.opinion : null;
  if (!opinion) return <p className="text-sm text-muted">No language model is set: the answer is worked out without one.</p>;
  return (
    <div className="grid gap-1.5 text-sm" data-opinion={opinion.kind}>
      <p>{opinion.text}</p>
      {opinion.differences.length > 0 ? (
        <ul className="grid list-disc gap-1 pl-4">
          {opinion.differences.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      ) : null}
      {opinion.model ? <p className="text-muted">{opinion.model}</p> : null}
    </div>
  );
}
