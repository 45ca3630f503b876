import type { ReactNode } from 'react';
import type { AnswerFieldsFragment } from '../../gql/graphql.ts';
import { Bars } from '../../ui/charts/bars.tsx';
import { Series } from '../../ui/charts/series.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { formatValue } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import type { View } from './ask-address.ts';
import { Deeper } from './deeper.tsx';
import { Feedback } from './feedback.tsx';
import { FollowUp, ReadAs } from './follow-up.tsx';
import { Galaxy } from './galaxy/galaxy.tsx';
import { GalaxyTable } from './galaxy/galaxy-table.tsx';
import { Headline } from './headline.tsx';
import { Interpretation } from './interpretation.tsx';
import { Reasons } from './reasons.tsx';
import { ResultTable } from './result-table.tsx';
import { Sources } from './sources.tsx';
import { VerdictMark } from './verdict.tsx';

/** Bars beside the galaxy; the table view has them all. */
const BARS_BESIDE = 10;
const BARS_ALONE = 30;

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-2 border-t border-line pt-4">
      <h3 className="text-sm font-medium text-muted">{title}</h3>
      {children}
    </section>
  );
}

function Charts({ answer, limit }: { answer: AnswerFieldsFragment; limit: number }) {
  const { series, breakdown, unit, label } = answer;
  const first = series[0];
  const last = series.at(-1);
  return (
    <>
      {series.length > 1 && first && last ? (
        <Part title="Over time">
          <Series
            points={series}
            unit={unit}
            summary={`${label} over time, from ${first.period} (${first.value === null ? 'no value' : formatValue(first.value, unit)}) to ${last.period} (${last.value === null ? 'no value' : formatValue(last.value, unit)}). The table view lists every value.`}
          />
        </Part>
      ) : null}
      {breakdown.length > 0 ? (
        <Part title={breakdown.length > limit ? `The first ${limit} of ${breakdown.length}` : 'Split'}>
          <Bars bars={breakdown} unit={unit} caption={label} limit={limit} />
        </Part>
      ) : null}
    </>
  );
}

function HowItWasMade({ answer }: { answer: AnswerFieldsFragment }) {
  return (
    <div className="grid gap-1">
      <Disclosure name="plan" summary="The plan">
        <CodeBlock label="The plan" code={JSON.stringify(answer.plan.json, null, 2)} />
      </Disclosure>
      <Disclosure name="sql" summary="The SQL">
        <CodeBlock label="The SQL" code={answer.sql} />
      </Disclosure>
    </div>
  );
}

interface AnswerViewProps {
  answer: AnswerFieldsFragment;
  view: View;
  extra: Record<string, string>;
  onAsk: (question: string) => void;
  onFollow: (question: string) => void;
  onChanged: () => void;
}

/** One answer: what it says on the left, and its galaxy, table or text on the right. */
export function AnswerView({ answer, view, extra, onAsk, onFollow, onChanged }: AnswerViewProps) {
  const change = { answerId: answer.id, onAsk };
  const essence = (
    <>
      {answer.readAs ? <ReadAs question={answer.readAs} extra={extra} /> : null}
      {answer.verdict ? <VerdictMark verdict={answer.verdict} /> : null}
      <Headline answer={answer} />
      <p className="text-md" data-answer-text>
        {answer.text}
      </p>
      <FollowUp onFollow={onFollow} />
      <Feedback answer={answer} onChanged={onChanged} />
      <Reasons confidence={answer.confidence} open={view === 'text'} />
    </>
  );
  if (view === 'text') {
    return (
      <Panel label="Answer" className="mx-auto grid w-full max-w-[860px] gap-4 sm:p-8">
        {essence}
        <Charts answer={answer} limit={BARS_ALONE} />
        <Deeper answer={answer} />
        <Part title="How the question was read">
          <Interpretation tokens={answer.interpretation} question={answer.readAs ?? answer.question} change={change} />
        </Part>
        {answer.metric ? (
          <Part title={`What “${answer.metric.label}” means`}>
            <p>{answer.metric.description}</p>
            <p className="font-mono text-xs text-muted">{answer.metric.definition}</p>
          </Part>
        ) : null}
        <Part title="Sources">
          <Sources lineage={answer.lineage} />
        </Part>
        <HowItWasMade answer={answer} />
      </Panel>
    );
  }
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(320px,400px)_minmax(0,1fr)]" data-answer={answer.id}>
      <Panel label="Answer" className="grid gap-4 max-lg:contents">
        <div className="grid gap-4 max-lg:panel max-lg:order-1 max-lg:p-5">{essence}</div>
        <div className="grid gap-4 max-lg:panel max-lg:order-3 max-lg:p-5 max-lg:[&>section:first-child]:border-0 max-lg:[&>section:first-child]:pt-0">
          {view === 'galaxy' ? <Charts answer={answer} limit={BARS_BESIDE} /> : null}
          <Deeper answer={answer} />
          <Part title="How the question was read">
            <Interpretation tokens={answer.interpretation} question={answer.readAs ?? answer.question} change={change} />
          </Part>
          <Part title="Sources">
            <Sources lineage={answer.lineage} />
          </Part>
          <HowItWasMade answer={answer} />
        </div>
      </Panel>
      {view === 'galaxy' ? (
        <div className="max-lg:order-2 max-lg:h-[660px] lg:sticky lg:top-18 lg:h-[max(560px,calc(100dvh-216px))]">
          <Galaxy galaxy={answer.galaxy} label={answer.label} onAsk={onAsk} />
        </div>
      ) : (
        <div className="grid min-w-0 gap-4 max-lg:order-2">
          <Panel title="Result" className="grid">
            <ResultTable columns={answer.columns} rows={answer.rows} truncated={answer.truncated} question={answer.question} />
            <div className="mt-4 grid gap-4 empty:hidden">
              <Charts answer={answer} limit={BARS_ALONE} />
            </div>
          </Panel>
          <Panel title="Related metrics">
            <GalaxyTable galaxy={answer.galaxy} extra={extra} />
          </Panel>
        </div>
      )}
    </div>
  );
}
