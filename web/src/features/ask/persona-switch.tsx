import type { Persona } from '../../gql/graphql.ts';
import { Segments } from '../../ui/segments.tsx';
import { PERSONAS } from './ask-address.ts';

const TITLES: Record<Persona, string> = { CFO: 'Finance', CRO: 'Revenue', COO: 'Operations', CTO: 'Technology' };

/** For whom the answer is meant; "Anyone" leaves it to the question. */
export function PersonaSwitch({ persona, onPersona }: { persona: Persona | null; onPersona: (persona: Persona | null) => void }) {
  return (
    <Segments
      label="Answer for"
      value={persona ?? 'ANYONE'}
      options={[{ value: 'ANYONE' as const, label: 'Anyone' }, ...PERSONAS.map((value) => ({ value, label: value, title: TITLES[value] }))]}
      onChange={(value) => onPersona(value === 'ANYONE' ? null : value)}
    />
  );
}
