import type { FederationCase } from '../kit/federation.ts';
import { conditions } from './conditions.ts';
import { contexts } from './contexts.ts';
import { entityCalls } from './entity-calls.ts';
import { enumsAndInputs } from './enums-and-inputs.ts';
import { externals } from './externals.ts';
import { federationOne } from './federation-one.ts';
import { interfaceObjects } from './interface-objects.ts';
import { interfaces } from './interfaces.ts';
import { introspection } from './introspection.ts';
import { keyChain, keyMashup } from './keys.ts';
import { scalars, marked, progressive } from './marked.ts';
import { mutations } from './mutations.ts';
import { nullKeys } from './null-keys.ts';
import { nullability } from './nullability.ts';
import { override } from './override.ts';
import { parentEntities } from './parent-entities.ts';
import { provides } from './provides.ts';
import { requiresChains } from './requires-chains.ts';
import { requiresDeep, requiresArguments } from './requires-deep.ts';
import { requires } from './requires.ts';
import { shareable, sharedRoot } from './shareable.ts';
import { typeMismatch, circular } from './type-mismatch.ts';
import { unions } from './unions.ts';

/** Every federation written by hand. */
export const CASES: readonly FederationCase[] = [
  conditions,
  contexts,
  entityCalls,
  enumsAndInputs,
  externals,
  federationOne,
  interfaceObjects,
  interfaces,
  introspection,
  keyChain,
  keyMashup,
  scalars,
  marked,
  progressive,
  mutations,
  nullKeys,
  nullability,
  override,
  parentEntities,
  provides,
  requiresChains,
  requiresDeep,
  requiresArguments,
  requires,
  shareable,
  sharedRoot,
  typeMismatch,
  circular,
  unions,
];
