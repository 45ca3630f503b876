import { useState } from 'react';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../ui/badge.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { plural } from '../../ui/format.ts';
import { Segments } from '../../ui/segments.tsx';
import { stateLook } from '../runs/run-state.ts';
import { DiffLines } from '../workflows/diff-lines.tsx';
import { orderedText } from '../workflows/ordered-text.ts';
import type { StepPair } from './step-pairs.ts';

const CHANGES: Record<StepPair['change'], { word: string; tone: Tone }> = {
  SAME: { word: 'the same', tone: 'neutral' },
  INPUT: { word: 'called with something else', tone: 'accent' },
  RESULT: { word: 'came to something else', tone: 'warning' },
  ADDED: { word: 'only afterwards', tone: 'accent' },
  REMOVED: { word: 'only before', tone: 'accent' },
  UNANSWERED: { word: 'no reply on record', tone: 'warning' },
};

interface PairListProps {
  pairs: readonly StepPair[];
  /** What the two sides are called. */
  before: string;
  after: string;
}

/** Two runs step by step: what is the same, and where they part. */
export function PairList({ pairs, before, after }: PairListProps) {
  const [show, setShow] = useState<'different' | 'all'>('different');
  const different = pairs.filter(({ change }) => change !== 'SAME');
  const shown = show === 'all' ? pairs : different;
  return (
    <div className="grid gap-4" data-pairs={pairs.length} data-different={different.length}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="mr-auto">
          {different.length === 0
            ? `All ${plural(pairs.length, 'step')} came to the same.`
            : `${different.length} of ${plural(pairs.length, 'step')} differ.`}
        </p>
        <Segments
          label="Which steps"
          value={show}
          options={[
            { value: 'different', label: 'What differs' },
            { value: 'all', label: 'All' },
          ]}
          onChange={setShow}
        />
      </div>
      <ul aria-label="Steps side by side" className="grid gap-3">
        {shown.map((pair) => (
          <Pair key={pair.key} pair={pair} before={before} after={after} />
        ))}
      </ul>
    </div>
  );
}

function Pair({ pair, before, after }: { pair: StepPair } & Pick<PairListProps, 'before' | 'after'>) {
  const { word, tone } = CHANGES[pair.change];
  const stands = [
    { side: before, step: pair.before },
    { side: after, step: pair.after },
  ];
  const texts = (['input', 'output', 'problem'] as const)
    .map((name) => ({ name, was: orderedText(pair.before?.[name]), is: orderedText(pair.after?.[name]) }))
    .filter(({ was, is }) => was !== is);
  return (
    <li className="panel grid gap-2 p-4" data-pair={pair.key} data-change={pair.change}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-medium">{pair.name}</h3>
        <Badge tone={tone}>{word}</Badge>
        <span className="font-mono text-xs text-muted">{pair.key}</span>
      </div>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
        {stands.map(({ side, step }) => (
          <span key={side}>
            {side}: {step ? stateLook(step.status).word : 'not there'}
          </span>
        ))}
      </p>
      {pair.before && pair.after && texts.length > 0 ? (
        <Disclosure summary={`Where it differs: ${texts.map(({ name }) => name).join(', ')}`}>
          <div className="grid gap-3">
            {texts.map(({ name, was, is }) => (
              <div key={name} className="grid gap-1">
                <span className="text-sm text-muted">{name}</span>
                <DiffLines before={was} after={is} label={`${name} of ${pair.name}, ${before} and ${after}`} />
              </div>
            ))}
          </div>
        </Disclosure>
      ) : null}
    </li>
  );
}
