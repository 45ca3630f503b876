import type { Persona } from '../../gql/graphql.ts';
import { readSettings, writeSettings } from './galaxy/galaxy-settings.ts';
import type { GalaxySettings } from './galaxy/galaxy-settings.ts';

export const VIEWS = ['galaxy', 'table', 'text'] as const;
export type View = (typeof VIEWS)[number];

export const PERSONAS: readonly Persona[] = ['CFO', 'CRO', 'COO', 'CTO'];

/** A journey remembers its last steps; what is older falls out of the address. */
const MOST_STEPS = 12;

export interface AskAddress {
  question: string;
  view: View;
  persona: Persona | null;
  /** Id of the answer that the question goes on from. */
  after: string | null;
  /** The questions that were in the middle before, the first first. */
  via: readonly string[];
  /** The question whose galaxy stands beside this one's. */
  versus: string | null;
  galaxy: GalaxySettings;
}

/** Reads ?q=…&view=…&persona=…&after=…&via=…&with=… and the galaxy's settings; what is unknown counts as not given. */
export function readAddress(search: URLSearchParams): AskAddress {
  const view = search.get('view');
  const persona = search.get('persona')?.toUpperCase();
  return {
    question: search.get('q')?.trim() ?? '',
    view: VIEWS.find((each) => each === view) ?? 'galaxy',
    persona: PERSONAS.find((each) => each === persona) ?? null,
    after: search.get('after') || null,
    via: search.getAll('via').filter(Boolean).slice(-MOST_STEPS),
    versus: search.get('with')?.trim() || null,
    galaxy: readSettings(search),
  };
}

/** The address's parameters, defaults left out. */
export function writeAddress({ question, view, persona, after, via, versus, galaxy }: AskAddress): Record<string, string | string[]> {
  return {
    ...(question ? { q: question } : {}),
    ...(after ? { after } : {}),
    ...keptOn({ view, persona }),
    ...(via.length > 0 ? { via: via.slice(-MOST_STEPS) } : {}),
    ...(versus ? { with: versus } : {}),
    ...writeSettings(galaxy),
  };
}

/** What the address of another question keeps. */
export function keptOn({ view, persona }: Pick<AskAddress, 'view' | 'persona'>): Record<string, string> {
  return { ...(view === 'galaxy' ? {} : { view }), ...(persona ? { persona } : {}) };
}

/** The address a step further: another question in the middle, and the one before remembered; going back to a step forgets what came after it. */
export function stepped(address: AskAddress, question: string): AskAddress {
  const at = address.via.indexOf(question);
  const via = at >= 0 ? address.via.slice(0, at) : [...address.via, address.question];
  return { ...address, question, via, after: null, galaxy: { ...address.galaxy, open: null } };
}
