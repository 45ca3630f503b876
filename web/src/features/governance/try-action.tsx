import { Gavel } from 'lucide-react';
import { useId } from 'react';
import { Link } from 'react-router';
import { AgentToolsDocument, JudgeActionDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { useSettled } from '../../graph/use-settled.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { Panel } from '../../ui/page.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { useAgentOptions } from '../act/use-agent-options.ts';
import { COMPLEXITIES, LEVELS, verdictLook } from './looks.ts';
import { ruleWords } from './rule-words.ts';

const MOST_TOOLS = 200;
/** What an action is taken for while nobody has said: it changes something. */
const USUAL_COMPLEXITY = '3';

/** What would become of an action: asked of the rules as they stand, with nothing done. What is asked is in the address. */
export function TryAction({ onPolicy }: { onPolicy: (id: string) => void }) {
  const id = useId();
  const [state, set] = useSearchState(['agent', 'action', 'complexity', 'amount']);
  const agents = useAgentOptions('Choose…');
  const [toolsResult] = useGraph(AgentToolsDocument, { first: MOST_TOOLS }, { policy: 'cache-first' });
  const tools = known(toolsResult)?.tools.nodes ?? [];
  const { agent, action } = state;
  const level = Number(state.complexity || USUAL_COMPLEXITY);
  const complexity = level >= 1 && level <= COMPLEXITIES.length ? Math.round(level) : Number(USUAL_COMPLEXITY);
  const amount = state.amount.trim() === '' ? null : Number(state.amount.replaceAll(',', ''));
  const readable = amount === null || Number.isFinite(amount);
  const settled = useSettled(action.trim());
  const complete = agent !== '' && settled !== '' && readable;
  const [result, refresh] = useGraph(
    JudgeActionDocument,
    { agentId: agent, action: settled, complexity, amount: readable ? amount : null },
    { pause: !complete, policy: 'network-only' },
  );
  const chooseAction = (name: string) => {
    const tool = tools.find((each) => each.name === name);
    set({ action: name, ...(tool ? { complexity: String(tool.complexity) } : {}) });
  };
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Panel title="What would become of it?">
        <div className="grid gap-4" data-try-action>
          <p className="text-muted">Nothing is done, and nothing is kept: the rules are asked as they stand now.</p>
          <Choice label="Agent" value={agent} options={agents} onChange={({ target }) => set({ agent: target.value })} />
          <Field
            label="Action"
            value={action}
            list={`${id}-tools`}
            placeholder="graph.mutate"
            hint="A tool, or any other action by its name."
            spellCheck={false}
            autoComplete="off"
            onChange={({ target }) => chooseAction(target.value)}
          />
          <datalist id={`${id}-tools`}>
            {tools.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </datalist>
          <div className="grid gap-4 sm:grid-cols-2">
            <Choice
              label="What it does"
              value={String(complexity)}
              options={LEVELS}
              onChange={({ target }) => set({ complexity: target.value })}
            />
            <Field
              label="Amount, in dollars"
              inputMode="decimal"
              value={state.amount}
              problem={readable ? undefined : 'Write a number, such as 250.'}
              hint="Left empty: none, or unknown."
              onChange={({ target }) => set({ amount: target.value })}
            />
          </div>
        </div>
      </Panel>
      <Panel title="It would be judged like this">
        <div aria-live="polite" data-judgement={result.state === 'ready' && complete ? result.data.judgeAction.verdict : ''}>
          {complete ? null : (
            <p className="flex items-center gap-2 text-muted">
              <Gavel aria-hidden size={16} /> Choose an agent and an action.
            </p>
          )}
          {complete && result.state === 'loading' ? <Loading label="Asking the rules" lines={2} /> : null}
          {complete && result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
          {complete && result.state === 'ready' ? (
            <Judged judgement={result.data.judgeAction} onPolicy={onPolicy} onAgain={refresh} />
          ) : null}
        </div>
      </Panel>
    </div>
  );
}

interface JudgedProps {
  judgement: { verdict: string; reason: string; rule: string; version: number };
  onPolicy: (id: string) => void;
  onAgain: () => void;
}

function Judged({ judgement: { verdict, reason, rule, version }, onPolicy, onAgain }: JudgedProps) {
  const look = verdictLook(verdict);
  const { words, policy } = ruleWords(rule);
  return (
    <div className="grid gap-3">
      <p>
        <Badge tone={look.tone} className="!text-base">
          {look.word}
        </Badge>
      </p>
      <p className="text-md">{reason}</p>
      <p className="text-sm text-muted">
        Decided by {words}, version {version} of the rules.
      </p>
      <div className="flex flex-wrap gap-2">
        {policy === null ? null : <Button onClick={() => onPolicy(policy)}>Look at the policy</Button>}
        <Button onClick={onAgain}>Ask again</Button>
        <Link to="/agents/governance?tab=decisions" className="self-center text-sm link">
          What was judged so far
        </Link>
      </div>
    </div>
  );
}
