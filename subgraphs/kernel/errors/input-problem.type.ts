import { Directive, Field, ObjectType } from 'type-graphql';
import type { DomainError } from './domain-error.ts';

@Directive('@shareable')
@ObjectType({ description: 'Something in the input that the caller can correct.', simpleResolvers: true })
export class InputProblem {
  @Field(() => String, { description: 'Code of the error catalogue (docs/errors.md).' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'Which part of the input it is about; null when it is about the whole.' })
  field!: string | null;

  @Field(() => String, { description: 'What is wrong, in a sentence.' })
  message!: string;

  @Field(() => String, { description: 'What to do about it, in a sentence.' })
  todo!: string;
}

@Directive('@shareable')
@ObjectType({ description: 'The command was not carried out: the input has to be corrected first.', simpleResolvers: true })
export class InputRefused {
  @Field(() => [InputProblem], { description: 'Everything that has to be corrected, never empty.' })
  problems!: InputProblem[];
}

/** A foreseen failure as a result of the schema. `field` names the input it is about. */
export function inputProblem(error: DomainError, field: string | null = null): InputProblem {
  return Object.assign(new InputProblem(), { code: error.code, field, message: error.message, todo: error.extensions.todo });
}

/** The refusal that carries these problems. */
export function inputRefused(problems: InputProblem[]): InputRefused {
  return Object.assign(new InputRefused(), { problems });
}
