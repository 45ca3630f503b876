import { AnswerAnomaliesDocument } from '../../gql/graphql.ts';
import type { AnswerFieldsFragment } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { formatShort } from '../../ui/format.ts';
import { Loading, ProblemNote } from '../../ui/states.tsx';

/** Periods in which the number was not what the others say. */
export default function Anomalies({ answer }: { answer: AnswerFieldsFragment }) {
  const [result, refresh] = useGraph(AnswerAnomaliesDocument, { id: answer.id }, { policy: 'cache-first' });
  if (result.state === 'loading') return <Loading label="Looking for what is unusual" lines={3} />;
  if (result.state === 'failed') return <ProblemNote problem={result.problem} onRetry={refresh} />;
  const anomalies = result.data.answer.__typename === 'Answer' ? result.data.answer.anomalies : [];
  if (anomalies.length === 0) return <p className="text-sm text-muted">Every period is about what the others say it should be.</p>;
  return (
    <ul className="grid gap-3" aria-label="Unusual periods">
      {anomalies.map(({ period, start, value, expected, good, text }) => (
        <li key={start} className="grid gap-0.5" data-anomaly={period}>
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-medium">{period}</span>
            <span>
              {formatShort(value, answer.unit)} <span className="text-muted">instead of about {formatShort(expected, answer.unit)}</span>
            </span>
            {good === null ? null : <Badge tone={good ? 'good' : 'bad'}>{good ? 'good news' : 'bad news'}</Badge>}
          </p>
          <p className="text-sm text-muted">{text}</p>
        </li>
      ))}
    </ul>
  );
}
