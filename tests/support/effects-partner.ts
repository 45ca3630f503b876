import { GraphQLError } from 'graphql';
import { servePartner, type PartnerSubgraph } from '../testkit/partner-subgraph.ts';

const SDL = `
  type Query { struck(name: String!): Int! }
  type Mutation { strike(name: String!, how: How! = WELL): Strike }
  type Strike { name: String! number: Int! secret: String! }
  enum How { WELL REFUSED BUSY_ONCE BROKEN }
`;

/** A subgraph that counts what was done to it. */
export interface EffectsPartner extends PartnerSubgraph {
  /** How often each name was struck. */
  effects: ReadonlyMap<string, number>;
}

/** `how` says what becomes of a stroke: REFUSED for good, BUSY the first time, or BROKEN off after it was done. */
export async function serveEffects(thinksMs = 0): Promise<EffectsPartner> {
  const effects = new Map<string, number>();
  const tried = new Set<string>();
  const strike = (_root: unknown, { name, how }: { name: string; how: string }): object => {
    if (how === 'REFUSED') throw new GraphQLError('No.', { extensions: { code: 'REFUSED', todo: 'Do not.', retry: false } });
    if (how === 'BUSY_ONCE' && !tried.has(name)) {
      tried.add(name);
      throw new GraphQLError('Busy.', { extensions: { code: 'DATABASE_BUSY', todo: 'Again.', retry: true } });
    }
    const number = (effects.get(name) ?? 0) + 1;
    effects.set(name, number);
    if (how === 'BROKEN') throw new Error('fell over');
    return { name, number, secret: `secret of ${name}` };
  };
  const partner = await servePartner(
    'effects',
    SDL,
    { Query: { struck: (_root: unknown, { name }: { name: string }) => effects.get(name) ?? 0 }, Mutation: { strike } },
    { thinksMs },
  );
  return { ...partner, effects };
}

/** Strikes once. */
export const STRIKE = 'mutation Strike($name: String!, $how: How! = WELL) { strike(name: $name, how: $how) { name number secret } }';
