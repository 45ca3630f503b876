import { useMemo } from 'react';
import { KeyScopesDocument } from '../../gql/graphql.ts';
import type { KeyScopesQuery } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { areaOf } from './key-words.ts';

type Scope = KeyScopesQuery['scopes'][number];

interface ScopePickerProps {
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}

/** What a key may, by area: whole areas or single actions. What your role does not allow cannot be chosen. */
export function ScopePicker({ chosen, onChange }: ScopePickerProps) {
  const [result, refresh] = useGraph(KeyScopesDocument, {});
  const areas = useMemo(() => byArea(known(result)?.scopes ?? []), [result]);
  if (result.state === 'failed') return <ProblemNote problem={result.problem} onRetry={refresh} />;
  if (areas.length === 0) return <Loading label="Loading what keys may do" lines={3} />;
  const set = (changes: readonly [string, boolean][]) => {
    const next = new Set(chosen);
    for (const [name, on] of changes) {
      if (on) next.add(name);
      else next.delete(name);
    }
    onChange(next);
  };
  return (
    <div
      className="scroll-thin grid max-h-80 gap-x-6 gap-y-4 overflow-y-auto rounded-md border border-line p-4 sm:grid-cols-2"
      tabIndex={0}
      role="group"
      aria-label="What the key may do"
    >
      {areas.map(({ area, scopes }) => {
        const whole = `${area}.*`;
        const all = chosen.has(whole);
        return (
          <fieldset key={area} className="grid content-start gap-1.5">
            <legend className="contents">
              <Tick
                name={whole}
                label={area.charAt(0).toUpperCase() + area.slice(1).replaceAll('-', ' ')}
                strong
                on={all}
                disabled={scopes.every(({ allowed }) => !allowed)}
                onChange={(on) => set([[whole, on], ...scopes.map(({ name }): [string, boolean] => [name, false])])}
              />
            </legend>
            {scopes.map(({ name, description, allowed }) => (
              <Tick
                key={name}
                name={name}
                label={description.charAt(0).toUpperCase() + description.slice(1)}
                on={all || chosen.has(name)}
                disabled={all || !allowed}
                onChange={(on) => set([[name, on]])}
              />
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}

interface TickProps {
  name: string;
  label: string;
  strong?: boolean;
  on: boolean;
  disabled: boolean;
  onChange: (on: boolean) => void;
}

function Tick({ name, label, strong = false, on, disabled, onChange }: TickProps) {
  return (
    <label className={`flex items-start gap-2.5 text-base ${disabled ? 'text-muted' : ''} ${strong ? 'font-medium' : ''}`} title={name}>
      <input
        type="checkbox"
        className="mt-1 size-4 shrink-0 accent-(--accent)"
        checked={on}
        disabled={disabled}
        onChange={({ target }) => onChange(target.checked)}
        data-scope={name}
      />
      <span>{label}</span>
    </label>
  );
}

function byArea(scopes: readonly Scope[]): { area: string; scopes: Scope[] }[] {
  const areas = new Map<string, Scope[]>();
  for (const scope of scopes) areas.set(areaOf(scope.name), [...(areas.get(areaOf(scope.name)) ?? []), scope]);
  return [...areas].map(([area, own]) => ({ area, scopes: own }));
}
