import { Field, InputType } from 'type-graphql';
import { AssetKind } from './asset.type.ts';

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
    description: 'true: only assets whose connection was removed; otherwise only those still connected.',
  })
  removed?: boolean | null;
}
