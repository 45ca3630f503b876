import { createUnionType, Field, ObjectType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { MappingProposal } from './mapping.type.ts';

@ObjectType('MappingAccepted', { description: 'The proposal was accepted; it is published in the background.', simpleResolvers: true })
export class MappingAccepted {
  @Field(() => MappingProposal, { description: 'The accepted proposal.' })
  proposal!: MappingProposal;
}

export const AcceptMappingResult = createUnionType({
  name: 'AcceptMappingResult',
  description: 'The proposal was accepted, or what has to be corrected first.',
  types: () => [MappingAccepted, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : MappingAccepted),
});

@ObjectType('MappingRevised', { description: 'The proposal was changed; it still waits for a decision.', simpleResolvers: true })
export class MappingRevised {
  @Field(() => MappingProposal, { description: 'The proposal as it stands now.' })
  proposal!: MappingProposal;
}

export const ReviseMappingResult = createUnionType({
  name: 'ReviseMappingResult',
  description: 'The proposal was changed, or what has to be corrected first.',
  types: () => [MappingRevised, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : MappingRevised),
});
