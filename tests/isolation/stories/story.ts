import type { TestSystem } from '../../testkit/test-system.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Recipes } from '../probes.ts';
import type { Inhabitant } from '../story.ts';

/** A tenant that is being settled, with what a story needs to act as its owner. */
export interface Settler extends Inhabitant {
  system: TestSystem;
  /** Address of the public door. */
  url: string;
  /** One operation as the owner at the public door. @throws Error with its errors when it has any */
  run: <T>(query: string, variables?: object) => Promise<T>;
}

/** What one feature adds to the life of both tenants, so that every field of it has something of B in it. */
export interface Story {
  name: string;
  /** Makes the feature's things, the canary in everything that takes a text. */
  live: (who: Settler) => Promise<void>;
  /** Arguments that nothing a tenant reads would tell; `Query.field.argument` or `Input.field` → values. */
  recipes?: (who: Inhabitant, known: Knowledge) => Recipes;
  /** `Type` or `Type.field` that is not probed, or that its owner cannot be made to see here, each with the reason why that is right. */
  exempt?: Readonly<Record<string, string>>;
  /** `Type.field` that has a value only at moments, and may or may not have been seen at one, each with the reason. */
  fleeting?: Readonly<Record<string, string>>;
  /** Mutations that are probed, and that their owner cannot be made to do here, each with the reason. */
  notDone?: Readonly<Record<string, string>>;
  /** `Type.field` whose value changes by itself or by being asked for, each with the reason. */
  restless?: Readonly<Record<string, string>>;
  /** Mutations after which the tenant, or whoever did them, is not as before: done after all others, in this order. */
  last?: readonly string[];
}
