import { Badge } from '../../ui/badge.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { diffDefinitions } from './definition-diff.ts';
import type { Difference } from './definition-diff.ts';
import { DiffLines } from './diff-lines.tsx';
import type { Shape } from './shape.ts';

const KINDS: Record<Difference['kind'], { word: string; tone: 'good' | 'bad' | 'accent' }> = {
  ADDED: { word: 'added', tone: 'good' },
  REMOVED: { word: 'removed', tone: 'bad' },
  CHANGED: { word: 'changed', tone: 'accent' },
};

interface DiffViewProps {
  before: { shape: Shape; text: string };
  after: { shape: Shape; text: string };
}

/** How two versions differ: step by step, and line by line. */
export function DiffView({ before, after }: DiffViewProps) {
  const differences = diffDefinitions(before.shape, after.shape);
  return (
    <div className="grid gap-4" data-differences={differences.length}>
      {differences.length === 0 ? <p className="text-muted">They do the same.</p> : null}
      <ul aria-label="Differences" className="grid gap-3">
        {differences.map(({ kind, path, title, fields }) => (
          <li key={`${kind}${path ?? ''}`} className="panel grid gap-2 p-4">
            <p className="flex flex-wrap items-center gap-2.5">
              <Badge tone={KINDS[kind].tone}>{KINDS[kind].word}</Badge>
              <span className="font-medium">{title}</span>
              {path === null ? null : <span className="font-mono text-xs text-muted">{path}</span>}
            </p>
            {fields.map(({ name, before: was, after: is }) => (
              <div key={name} className="grid gap-1">
                <span className="text-sm text-muted">{name}</span>
                <DiffLines before={was} after={is} label={`${name} of ${title}, before and after`} />
              </div>
            ))}
          </li>
        ))}
      </ul>
      <Disclosure summary="Line by line, as they were written">
        <DiffLines before={before.text} after={after.text} label="Both texts, line by line" />
      </Disclosure>
    </div>
  );
}
