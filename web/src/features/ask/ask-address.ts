import type { Persona } from '../../gql/graphql.ts';

export const VIEWS = ['galaxy', 'table', 'text'] as const;
export type View = (typeof VIEWS)[number];

export const PERSONAS: readonly Persona[] = ['CFO', 'CRO', 'COO', 'CTO'];

export interface AskAddress {
  question: string;
  view: View;
  persona: Persona | null;
  /** Id of the answer that the question goes on from. */
  after: string | null;
}

/** Reads ?q=…&view=…&persona=…&after=…; what is unknown counts as not given. */
export function readAddress(search: URLSearchParams): AskAddress {
  const view = search.get('view');
  const persona = search.get('persona')?.toUpperCase();
  return {
    question: search.get('q')?.trim() ?? '',
    view: VIEWS.find((each) => each === view) ?? 'galaxy',
    persona: PERSONAS.find((each) => each === persona) ?? null,
    after: search.get('after') || null,
  };
}

/** The address's parameters, defaults left out. */
export function writeAddress({ question, view, persona, after }: AskAddress): Record<string, string> {
  return {
    ...(question ? { q: question } : {}),
    ...(after ? { after } : {}),
    ...(view === 'galaxy' ? {} : { view }),
    ...(persona ? { persona } : {}),
  };
}
