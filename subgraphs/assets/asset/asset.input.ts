import { Field, InputType, Int, registerEnumType } from 'type-graphql';
import { AssetKind } from './asset.type.ts';
import type { Reason } from '../discovery/classify/asset.ts';
import { AssetActivity, AssetAdmission, AssetClass } from './judged.type.ts';
import { AssetReasonCode } from './reason.type.ts';

export const AssetOrder = { NAME: 'NAME', RISK: 'RISK', COST: 'COST', CRITICALITY: 'CRITICALITY' } as const;
export type AssetOrder = (typeof AssetOrder)[keyof typeof AssetOrder];
registerEnumType(AssetOrder, {
  name: 'AssetOrder',
  description: 'What assets are listed in the order of.',
  valuesConfig: {
    NAME: { description: 'Their names.' },
    RISK: { description: 'What they risk, the riskiest first.' },
    COST: { description: 'What they cost, the dearest first.' },
    CRITICALITY: { description: 'How much depends on them, the most critical first.' },
  },
});

@InputType({ description: 'Which assets to list; what is left out does not narrow.' })
export class AssetFilter {
  @Field(() => AssetKind, { nullable: true, description: 'Only assets of this kind.' })
  kind?: AssetKind | null;

  @Field(() => String, { nullable: true, description: 'Only assets whose name or place contains this text, whatever its case.' })
  search?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'true: only assets nobody owns; false: only those somebody does.' })
  withoutOwner?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only assets whose connection was removed, or which no scan meets any more; otherwise only those still there.',
  })
  removed?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'false: only applications that were rejected; otherwise only assets that are part of the graph.',
  })
  admitted?: boolean | null;

  @Field(() => [AssetClass], { nullable: true, description: 'Only applications of these classes.' })
  classes?: AssetClass[] | null;

  @Field(() => [AssetAdmission], { nullable: true, description: 'Only applications that were admitted or rejected for one of these.' })
  admissions?: AssetAdmission[] | null;

  @Field(() => [AssetReasonCode], { nullable: true, description: 'Only applications that have all of these reasons.' })
  reasons?: Reason[] | null;

  @Field(() => AssetActivity, { nullable: true, description: 'Only applications that are used so.' })
  activity?: AssetActivity | null;

  @Field(() => Boolean, { nullable: true, description: 'true: only applications that are governed; false: only those that are not.' })
  governed?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'true: only applications outside of the company; false: only its own.' })
  external?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Only assets whose risk is at least this, 0 to 100.' })
  minRisk?: number | null;
}
