import { Upload } from 'lucide-react';
import { useId, useState } from 'react';
import { ImportMappingPairsDocument } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { CONTROL } from '../../ui/field.tsx';
import { formatPercent, plural } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { MOST_PAIRS, readPairs } from './read-pairs.ts';

const SHOWN_PROBLEMS = 5;
const EXAMPLE = 'kunden.csv, firma, Account, name\nkunden.csv, umsatz, Account, annualRevenue, 0.9';

/** Pairs of columns and attributes that somebody knows, pasted or from a file; what is no pair is told before anything is sent. */
export function ImportPairs({ refresh }: { refresh: () => void }) {
  const id = useId();
  const run = useRun();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { pairs, problems } = readPairs(text);
  const send = async () => {
    setBusy(true);
    setProblem(null);
    const outcome = await run(ImportMappingPairsDocument, { pairs });
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    const result = outcome.data.importMappingPairs;
    if (result.__typename === 'InputRefused') return setProblem(problemOfRefusal(result.problems));
    const { rightBefore, rightAfter } = result.matcher;
    setText('');
    refresh();
    return notify(
      'success',
      `${plural(pairs.length, 'pair')} learned`,
      `By names alone ${formatPercent(rightAfter, 0)} are told right now, ${formatPercent(rightBefore, 0)} before.`,
    );
  };
  const told = text.trim() === '' ? 'Object, field, entity type, attribute, and how sure it is from 0 to 1.' : plural(pairs.length, 'pair');
  return (
    <Panel title="Teach pairs that you know">
      <div className="grid gap-3">
        <label htmlFor={id} className="text-sm font-medium">
          One pair a line, or a CSV file
        </label>
        <textarea
          id={id}
          rows={4}
          spellCheck={false}
          placeholder={EXAMPLE}
          value={text}
          aria-describedby={`${id}-told`}
          onChange={(event) => setText(event.target.value)}
          className={`${CONTROL} py-2 font-mono text-sm`}
        />
        <p id={`${id}-told`} className="text-sm text-muted" role="status">
          {told}
        </p>
        {problems.length > 0 ? (
          <ul className="grid gap-0.5 text-sm" aria-label="Lines that are no pairs" data-pair-problems={problems.length}>
            {problems.slice(0, SHOWN_PROBLEMS).map(({ line, text: what }) => (
              <li key={line}>
                Line {line} {what}.
              </li>
            ))}
            {problems.length > SHOWN_PROBLEMS ? <li className="text-muted">{problems.length - SHOWN_PROBLEMS} more like these.</li> : null}
          </ul>
        ) : null}
        {pairs.length > MOST_PAIRS ? <p className="text-sm">At most {MOST_PAIRS} at once: send them in parts.</p> : null}
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="flex flex-wrap items-center gap-3">
          <Button
            look="primary"
            busy={busy}
            disabled={pairs.length === 0 || pairs.length > MOST_PAIRS || problems.length > 0}
            onClick={() => void send()}
            data-import-pairs
          >
            {busy ? 'Learning…' : 'Learn them'}
          </Button>
          <label className="inline-flex min-h-9 cursor-pointer items-center gap-2 rounded-md border border-control px-3.5 font-medium hover:bg-raised has-focus-visible:outline-2 has-focus-visible:outline-accent">
            <Upload aria-hidden size={15} /> Read a file
            <input
              type="file"
              accept=".csv,.tsv,.txt,text/csv"
              className="sr-only"
              onChange={(event) => void event.target.files?.[0]?.text().then(setText)}
            />
          </label>
        </div>
      </div>
    </Panel>
  );
}
