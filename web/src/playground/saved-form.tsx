import { useState } from 'react';
import type { Persona } from '../gql/graphql.ts';
import type { Problem } from '../graph/problem.ts';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/states.tsx';
import type { Operation } from './address.ts';
import { inputOf, keep } from './saved.ts';
import type { Saved } from './saved.ts';

const PERSONAS = ['CFO', 'CRO', 'COO', 'CTO'] as const satisfies readonly Persona[];
const CONTROL = 'min-h-9 w-full rounded-md border border-control bg-surface px-3 text-base text-ink placeholder:text-muted';
const NO_JSON: Problem = { code: 'REFUSED', message: 'The variables are no JSON.', todo: 'Complete them, then save.', retry: false };

interface SavedFormProps {
  tab: Operation & { operationName: string | null };
  /** The one that is renamed or saved over; null for a new one. */
  over: Saved | null;
  onSaved: (saved: Saved) => void;
  onCancel: () => void;
}

/** Under which name, and for whom, an operation is kept. */
export function SavedForm({ tab, over, onSaved, onCancel }: SavedFormProps) {
  const [name, setName] = useState(over?.name ?? tab.operationName ?? '');
  const [persona, setPersona] = useState<Persona | null>(over?.persona ?? null);
  const [shared, setShared] = useState(over?.shared ?? false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    const input = inputOf(tab, { id: over?.id ?? null, name: name.trim(), shared, persona });
    if (input === null) return setProblem(NO_JSON);
    setBusy(true);
    const kept = await keep(input);
    setBusy(false);
    return kept.ok ? onSaved(kept.data) : setProblem(kept.problem);
  };
  return (
    <form
      aria-label={over ? `Change ${over.name}` : 'Save this operation'}
      className="grid gap-3 rounded-lg border border-line bg-surface p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void save();
      }}
    >
      <label className="grid gap-1 text-sm font-medium">
        Name
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form was asked for a moment ago
          autoFocus
          value={name}
          maxLength={120}
          required
          dir="auto"
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onCancel();
          }}
          className={CONTROL}
        />
      </label>
      <label className="grid gap-1 text-sm font-medium">
        For
        <select
          value={persona ?? ''}
          onChange={(event) => setPersona(PERSONAS.find((each) => each === event.target.value) ?? null)}
          className={CONTROL}
        >
          <option value="">Anybody</option>
          {PERSONAS.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </label>
      <label className="flex min-h-6 items-center gap-2 text-sm">
        <input
          type="checkbox"
          checked={shared}
          onChange={(event) => setShared(event.target.checked)}
          className="size-4 accent-(--accent)"
        />
        Everybody in the workspace sees it
      </label>
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="flex gap-2">
        <Button type="submit" look="primary" busy={busy} className="min-h-8 text-sm">
          Save
        </Button>
        <Button look="quiet" className="min-h-8 text-sm" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
