import { useState } from 'react';
import { SaveDataTestDocument } from '../../gql/graphql.ts';
import type { DataTestKind, DataTestSeverity } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import type { QualityType } from './coverage.tsx';
import { TEST_KINDS } from './words.ts';

/** Kinds that are about all records of a type, not about one attribute. */
const WHOLE: readonly DataTestKind[] = ['VOLUME'];

/** A test to be added to an entity type. */
export function TestSheet({ type, onClose, refresh }: { type: QualityType; onClose: () => void; refresh: () => void }) {
  const run = useRun();
  const [kind, setKind] = useState<DataTestKind>('REQUIRED');
  const [attribute, setAttribute] = useState('');
  const [severity, setSeverity] = useState<DataTestSeverity>('WARNING');
  const [minimum, setMinimum] = useState('');
  const [maximum, setMaximum] = useState('');
  const [age, setAge] = useState('24');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const whole = WHOLE.includes(kind);
  const parts = kind === 'REFERENTIAL' ? type.relations : type.attributes;
  const save = async () => {
    setBusy(true);
    const outcome = await run(SaveDataTestDocument, {
      input: {
        entityType: type.name,
        kind,
        severity,
        attribute: whole ? null : attribute || null,
        minimum: kind === 'RANGE' || whole ? minimum || null : null,
        maximum: kind === 'RANGE' || whole ? maximum || null : null,
        maxAgeHours: kind === 'FRESHNESS' ? Number(age) || null : null,
      },
    });
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    const result = outcome.data.saveDataTest;
    if (result.__typename === 'InputRefused') return setProblem(problemOfRefusal(result.problems));
    refresh();
    return onClose();
  };
  return (
    <Sheet title={`A test of ${type.pluralLabel.toLowerCase()}`} onClose={onClose}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Choice
            label="What is asked"
            value={kind}
            hint={TEST_KINDS[kind].hint}
            options={(Object.keys(TEST_KINDS) as DataTestKind[]).map((each) => ({ value: each, label: TEST_KINDS[each].word }))}
            onChange={(event) => {
              setKind(event.target.value as DataTestKind);
              setAttribute('');
            }}
          />
          {whole ? null : (
            <Choice
              label={kind === 'REFERENTIAL' ? 'Relation' : 'Attribute'}
              name="attribute"
              value={attribute}
              options={[{ value: '', label: 'Choose…' }, ...parts.map(({ name, label }) => ({ value: name, label }))]}
              onChange={(event) => setAttribute(event.target.value)}
            />
          )}
          {kind === 'RANGE' || whole ? (
            <>
              <Field label={whole ? 'At least' : 'From'} value={minimum} onChange={(event) => setMinimum(event.target.value)} />
              <Field label={whole ? 'At most' : 'To'} value={maximum} onChange={(event) => setMaximum(event.target.value)} />
            </>
          ) : null}
          {kind === 'FRESHNESS' ? (
            <Field label="Not older than (hours)" inputMode="numeric" value={age} onChange={(event) => setAge(event.target.value)} />
          ) : null}
          <Choice
            label="When it fails"
            value={severity}
            options={[
              { value: 'WARNING', label: 'warn' },
              { value: 'CRITICAL', label: 'it is critical' },
            ]}
            onChange={(event) => setSeverity(event.target.value as DataTestSeverity)}
          />
        </div>
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Not now</Button>
          <Button type="submit" look="primary" busy={busy} disabled={!whole && attribute === ''}>
            Add it
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
