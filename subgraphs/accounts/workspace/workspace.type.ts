import { Field, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { Session } from '../session/session.type.ts';

export const WorkspaceKind = { OWN: 'OWN', DEMO: 'DEMO' } as const;
export type WorkspaceKind = (typeof WorkspaceKind)[keyof typeof WorkspaceKind];
registerEnumType(WorkspaceKind, {
  name: 'WorkspaceKind',
  description: 'Which of one’s workspaces.',
  valuesConfig: { OWN: { description: 'One’s own tenant.' }, DEMO: { description: 'The demo company beside it.' } },
});

const sessionOrRefused = (value: object): typeof Session | typeof InputRefused => ('problems' in value ? InputRefused : Session);

export const SwitchWorkspaceResult = createUnionType({
  name: 'SwitchWorkspaceResult',
  description: 'A session in the workspace, or why there is none.',
  types: () => [Session, InputRefused] as const,
  resolveType: sessionOrRefused,
});

export const CreateDemoResult = createUnionType({
  name: 'CreateDemoResult',
  description: 'A session in the demo company’s workspace, or why there is none.',
  types: () => [Session, InputRefused] as const,
  resolveType: sessionOrRefused,
});

@ObjectType({ description: 'The demo company is gone, with everything in it.', simpleResolvers: true })
export class DemoDeleted {
  @Field(() => Boolean, { description: 'False when it was not there.' })
  deleted!: boolean;

  @Field(() => Session, { description: 'A session in the own workspace, for whoever was in the demo company.' })
  session!: Session;
}

export const DeleteDemoResult = createUnionType({
  name: 'DeleteDemoResult',
  description: 'That it is gone, or why it is not.',
  types: () => [DemoDeleted, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : DemoDeleted),
});
