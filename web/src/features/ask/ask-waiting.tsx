import { Check, LoaderCircle } from 'lucide-react';
import type { AskStage } from '../../gql/graphql.ts';

const STAGES: readonly { stage: AskStage; doing: string; done: string }[] = [
  { stage: 'READING', doing: 'Reading the question', done: 'Read the question' },
  { stage: 'QUERYING', doing: 'Asking your data', done: 'Asked your data' },
  { stage: 'MODEL', doing: 'Waiting for the language model’s reading', done: 'Heard the language model' },
];
/** The end of what a language model writes: the rest has gone by. */
const MOST_WRITTEN = 600;

interface AskWaitingProps {
  /** What has been done, the last being done. */
  stages?: readonly AskStage[];
  /** What a language model has written until now. */
  written?: string;
}

/** What is being done for an answer, in the shape that it will have. */
export function AskWaiting({ stages = [], written = '' }: AskWaitingProps) {
  const at = stages.at(-1) ?? 'READING';
  const reached = STAGES.filter(({ stage }) => stage === 'READING' || stages.includes(stage));
  return (
    <div data-state="loading" data-stage={at} className="grid gap-4 lg:grid-cols-[minmax(320px,400px)_minmax(0,1fr)]">
      <div className="panel grid content-start gap-4 p-5">
        <ol role="status" aria-label="Looking for the answer" className="grid gap-2">
          {reached.map(({ stage, doing, done }) => (
            <li
              key={stage}
              data-doing={stage === at || undefined}
              className={`flex items-center gap-2.5 ${stage === at ? '' : 'text-muted'}`}
            >
              {stage === at ? (
                <LoaderCircle aria-hidden size={16} className="shrink-0 text-accent motion-safe:animate-spin" />
              ) : (
                <Check aria-hidden size={16} className="shrink-0 text-high" />
              )}
              {stage === at ? `${doing} …` : done}
            </li>
          ))}
        </ol>
        {written === '' ? null : (
          <pre
            dir="auto"
            aria-hidden
            className="max-h-40 overflow-hidden rounded-md bg-raised p-3 font-mono text-xs whitespace-pre-wrap text-muted"
            data-written
          >
            {written.slice(-MOST_WRITTEN)}
          </pre>
        )}
        {['w-2/3 h-9', 'w-full h-4', 'w-4/5 h-4', 'w-1/2 h-6', 'w-full h-32'].map((shape) => (
          <span key={shape} aria-hidden className={`breathe rounded-md bg-raised ${shape}`} />
        ))}
      </div>
      <div aria-hidden className="panel sky grid h-[560px] place-items-center lg:h-[max(560px,calc(100dvh-216px))]">
        <svg viewBox="-100 -100 200 200" className="breathe size-64">
          {[28, 56, 88].map((radius) => (
            <circle key={radius} r={radius} fill="none" stroke="var(--orbit)" strokeDasharray={radius === 28 ? undefined : '3 5'} />
          ))}
          <circle r="9" fill="var(--accent)" />
        </svg>
      </div>
    </div>
  );
}
