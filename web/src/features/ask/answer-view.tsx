import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import type { AnswerFieldsFragment } from '../../gql/graphql.ts';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Panel } from '../../ui/page.tsx';
import { AnswerActions } from './answer-actions.tsx';
import { AnswerCharts } from './answer-charts.tsx';
import { keptOn, stepped } from './ask-address.ts';
import type { AskAddress } from './ask-address.ts';
import { Deeper } from './deeper.tsx';
import { Feedback } from './feedback.tsx';
import { FollowUp, ReadAs } from './follow-up.tsx';
import { AnswerGalaxy } from './galaxy/answer-galaxy.tsx';
import { GalaxyTable } from './galaxy/galaxy-table.tsx';
import { Headline } from './headline.tsx';
import { Interpretation } from './interpretation.tsx';
import { Part } from './part.tsx';
import { Reasons } from './reasons.tsx';
import { ResultTable } from './result-table.tsx';
import { Sources } from './sources.tsx';
import { VerdictMark } from './verdict.tsx';

const Comparison = lazy(() => import('./galaxy/comparison.tsx'));

/** Bars beside the galaxy; the table view has them all. */
const BARS_BESIDE = 8;
const BARS_ALONE = 30;

function HowItWasMade({ answer }: { answer: AnswerFieldsFragment }) {
  return (
    <div className="grid gap-1 border-t border-line pt-3">
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
  address: AskAddress;
  /** Another answer is being looked for: this one stays in sight. */
  waiting: boolean;
  onAsk: (question: string) => void;
  onFollow: (question: string) => void;
  onChanged: () => void;
  /** Changes the address: as a step of its own, or in place of this one. */
  onAddress: (address: AskAddress, replace: boolean) => void;
}

/** One answer: what it says on the left, and its galaxy, table or text on the right. Two galaxies take the whole width. */
export function AnswerView(props: AnswerViewProps) {
  const { answer, address, waiting, onAsk, onFollow, onChanged, onAddress } = props;
  const { view, versus } = address;
  const extra = keptOn(address);
  const change = { answerId: answer.id, onAsk };
  const still = (part: ReactNode) => (
    <div key={answer.id} className={waiting ? 'contents *:opacity-60 *:transition-opacity' : 'contents'} inert={waiting}>
      {part}
    </div>
  );
  const essence = (
    <>
      {answer.readAs ? <ReadAs question={answer.readAs} extra={extra} /> : null}
      {answer.verdict ? <VerdictMark verdict={answer.verdict} /> : null}
      <Headline answer={answer} />
      <p className="text-md text-pretty" dir="auto" data-answer-text>
        {answer.text}
      </p>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <Reasons confidence={answer.confidence} open={view === 'text'} />
      </div>
      <FollowUp onFollow={onFollow} />
      <Feedback answer={answer} onChanged={onChanged}>
        <AnswerActions answer={answer} persona={address.persona} />
      </Feedback>
    </>
  );
  if (view === 'galaxy' && versus) {
    return (
      <Suspense fallback={<div className="panel sky h-[560px]" data-state="loading" />}>
        <Comparison answer={answer} address={address} onAddress={onAddress} />
      </Suspense>
    );
  }
  if (view === 'text') {
    return still(
      <Panel label="Answer" className="mx-auto grid w-full max-w-[860px] gap-4 sm:p-8">
        {essence}
        <AnswerCharts answer={answer} limit={BARS_ALONE} />
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
      </Panel>,
    );
  }
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(320px,400px)_minmax(0,1fr)]" data-answer={answer.id}>
      {still(
        <Panel label="Answer" className="grid gap-4 max-lg:contents">
          <div className="grid gap-4 max-lg:panel max-lg:order-1 max-lg:p-5">{essence}</div>
          <div className="grid gap-4 max-lg:panel max-lg:order-3 max-lg:p-5 max-lg:[&>section:first-child]:border-0 max-lg:[&>section:first-child]:pt-0">
            <Part title="How the question was read">
              <Interpretation tokens={answer.interpretation} question={answer.readAs ?? answer.question} change={change} />
            </Part>
            {view === 'galaxy' ? <AnswerCharts answer={answer} limit={BARS_BESIDE} /> : null}
            <Deeper answer={answer} />
            <Part title="Sources">
              <Sources lineage={answer.lineage} />
            </Part>
            <HowItWasMade answer={answer} />
          </div>
        </Panel>,
      )}
      {view === 'galaxy' ? (
        <AnswerGalaxy
          answer={answer}
          address={address}
          onAddress={onAddress}
          onCentre={(question) => onAddress(stepped(address, question), false)}
        />
      ) : (
        still(
          <div className="grid min-w-0 gap-4 max-lg:order-2">
            <Panel title="Result" className="grid">
              <ResultTable columns={answer.columns} rows={answer.rows} truncated={answer.truncated} question={answer.question} />
              <div className="mt-4 grid gap-4 empty:hidden">
                <AnswerCharts answer={answer} limit={BARS_ALONE} />
              </div>
            </Panel>
            <Panel title="Related metrics">
              <GalaxyTable galaxy={answer.galaxy} extra={extra} />
            </Panel>
          </div>,
        )
      )}
    </div>
  );
}
