import { useViewer } from '../../app/viewer.ts';
import type { Persona } from '../../gql/graphql.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { PERSONAS } from '../ask/ask-address.ts';

const ANYONE = 'anyone';
const key = (userId: string) => `autonomos.persona.${userId}`;

function remembered(userId: string): string | null {
  try {
    return localStorage.getItem(key(userId));
  } catch {
    return null;
  }
}

/** Through whose eyes the home is seen (null: anyone's): as the address says, else as last chosen here, else as the profile says. */
export function useHomePersona(): [Persona | null, (persona: Persona | null) => void] {
  const viewer = useViewer();
  const userId = viewer?.user.id ?? '';
  const [{ persona: asked }, set] = useSearchState(['persona']);
  const said = asked || remembered(userId) || viewer?.user.persona || ANYONE;
  const persona = PERSONAS.find((each) => each === said.toUpperCase()) ?? null;
  const choose = (next: Persona | null) => {
    const value = next?.toLowerCase() ?? ANYONE;
    try {
      localStorage.setItem(key(userId), value);
    } catch {
      // The choice lasts as long as the address.
    }
    set({ persona: value });
  };
  return [persona, choose];
}
