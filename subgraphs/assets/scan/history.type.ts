import { Field, ObjectType } from 'type-graphql';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { AssetScores } from '../asset/asset-scores.type.ts';
import { AssetActivity, AssetAdmission, AssetClass } from '../asset/judged.type.ts';
import { FieldChange } from './scan-diff.type.ts';

@ObjectType('AssetVersion', { description: 'What scans thought of an application from one of them on.', simpleResolvers: true })
export class AssetVersion {
  @Field(() => Boolean, { description: 'Whether it was part of the graph.' })
  admitted!: boolean;

  @Field(() => AssetAdmission, { description: 'Why.' })
  admission!: AssetAdmission;

  @Field(() => AssetClass, { description: 'What the policy made of it.' })
  class!: AssetClass;

  @Field(() => AssetActivity, { description: 'Whether it was used.' })
  activity!: AssetActivity;

  @Field(() => AssetScores, { description: 'What it risked, cost and mattered.' })
  scores!: AssetScores;

  @Field(() => [FieldChange], { description: 'What was not as in the version before; empty for the first one.' })
  changes!: FieldChange[];

  /** Behind the computed fields; not part of the graph. */
  fromNumber!: number;
  untilNumber!: number | null;
}

export const AssetVersionConnection = relayConnection('AssetVersion', AssetVersion);
