import { Field, Float, InputType } from 'type-graphql';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import { learningErrors } from './learning.errors.ts';
import type { KnownPair } from './keep-lessons.ts';

@InputType({ description: 'What shall be done with proposed mappings.' })
export class MappingPolicyInput {
  @Field(() => Boolean, { description: 'Whether proposals in which every field is AUTO or LEAVE are accepted without a person.' })
  autoAccept!: boolean;

  @Field(() => Float, { nullable: true, description: 'Confidence from which on a field is AUTO; 0.9 when left out.' })
  auto?: number | null;

  @Field(() => Float, { nullable: true, description: 'Confidence from which on a field is REVIEW; 0.5 when left out.' })
  review?: number | null;
}

@InputType({ description: 'A field of a source and an attribute, and how far they are the same.' })
export class MappingPairInput {
  @Field(() => String, { description: 'What the object of the field is called at its source: a table, a file, an object of an API.' })
  object!: string;

  @Field(() => String, { description: 'The field’s name at its source.' })
  field!: string;

  @Field(() => String, { description: 'Entity type of the attribute, in PascalCase.' })
  entityType!: string;

  @Field(() => String, { description: 'The attribute, in camelCase.' })
  attribute!: string;

  @Field(() => Float, { description: 'How far they are the same: 1 the same, 0 not at all.' })
  score!: number;
}

export const MOST_PAIRS = 5_000;
const MOST_NAME = 200;
const MOST_PROBLEMS = 50;
const ENTITY_NAME = /^[A-Z][A-Za-z0-9]{0,59}$/;
const ATTRIBUTE_NAME = /^[a-z][A-Za-z0-9]{0,59}$/;

/** Pairs as they are kept, or everything that has to be corrected first. */
export function parsePairs(pairs: readonly MappingPairInput[], ontology: CanonicalOntology): KnownPair[] | InputProblem[] {
  if (pairs.length === 0 || pairs.length > MOST_PAIRS)
    return [inputProblem(learningErrors.MAPPING_PAIRS_TOO_MANY({ most: MOST_PAIRS }), 'pairs')];
  const problems = pairs.flatMap((pair, index) => faultsOf(pair).map(({ field, reason }) => inputProblem(learningErrors.MAPPING_PAIR_INVALID({ reason }), `pairs.${index}.${field}`))); // prettier-ignore
  if (problems.length > 0) return problems.slice(0, MOST_PROBLEMS);
  return pairs.map(({ object, field, entityType: entity, attribute, score }) => {
    const canonical = ontology.byName.get(entity)?.attributes.some(({ name }) => name === attribute) === true;
    return { object, field, entity, attribute, canonical, score };
  });
}

function faultsOf({ object, field, entityType, attribute, score }: MappingPairInput): { field: string; reason: string }[] {
  const faults: { field: string; reason: string }[] = [];
  for (const [name, value] of Object.entries({ object, field }))
    if (value.trim() === '' || value.length > MOST_NAME || !/[\p{L}\d]/u.test(value))
      faults.push({ field: name, reason: `A name of 1 to ${MOST_NAME} characters is needed.` });
  if (!ENTITY_NAME.test(entityType)) faults.push({ field: 'entityType', reason: `“${entityType.slice(0, 60)}” is no name of an entity type: PascalCase.` }); // prettier-ignore
  if (!ATTRIBUTE_NAME.test(attribute)) faults.push({ field: 'attribute', reason: `“${attribute.slice(0, 60)}” is no name of an attribute: camelCase.` }); // prettier-ignore
  if (!(score >= 0 && score <= 1)) faults.push({ field: 'score', reason: 'The score lies between 0 and 1.' });
  return faults;
}
