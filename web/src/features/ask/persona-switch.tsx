import type { Persona } from '../../gql/graphql.ts';
import { Segments } from '../../ui/segments.tsx';
import { PERSONAS } from './ask-address.ts';

const TITLES: Record<Persona, string> = { CFO: 'Finance', CRO: 'Revenue', COO: 'Operations', CTO: 'Technology' };

/** For whom the answer is meant; "Anyone" leaves it to the question. */
export function PersonaSwitch({ persona, onPersona }: { persona: Persona | null; onPersona: (persona: Persona | null) => void }) {
  const choose = (value: string) => onPersona(PERSONAS.find((each) => each === value) ?? null);
  return (
    <>
      <select
        aria-label="Answer for"
        value={persona ?? ''}
        onChange={(event) => choose(event.target.value)}
        className="min-h-9 rounded-lg border border-line bg-surface px-2 text-sm text-ink sm:hidden"
      >
        <option value="">Anyone</option>
        {PERSONAS.map((value) => (
          <option key={value} value={value}>
            {value}
          </option>
        ))}
      </select>
      <div className="max-sm:hidden">
        <Segments
          label="Answer for"
          value={persona ?? 'ANYONE'}
          options={[
            { value: 'ANYONE' as const, label: 'Anyone' },
            ...PERSONAS.map((value) => ({ value, label: value, title: TITLES[value] })),
          ]}
          onChange={choose}
        />
      </div>
    </>
  );
}
