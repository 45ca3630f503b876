import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

export const AssetDimension = {
  KIND: 'KIND',
  CLASS: 'CLASS',
  ADMISSION: 'ADMISSION',
  ADMITTED: 'ADMITTED',
  ACTIVITY: 'ACTIVITY',
  GOVERNED: 'GOVERNED',
  EXTERNAL: 'EXTERNAL',
  WITHOUT_OWNER: 'WITHOUT_OWNER',
  REMOVED: 'REMOVED',
  REASON: 'REASON',
} as const;
export type AssetDimension = (typeof AssetDimension)[keyof typeof AssetDimension];
registerEnumType(AssetDimension, {
  name: 'AssetDimension',
  description: 'What the inventory can be narrowed by: the fields of `AssetFilter` that have few values.',
  valuesConfig: {
    KIND: { description: '`kind`.' },
    CLASS: { description: '`classes`.' },
    ADMISSION: { description: '`admissions`; counted whether admitted or rejected.' },
    ADMITTED: { description: '`admitted`.' },
    ACTIVITY: { description: '`activity`.' },
    GOVERNED: { description: '`governed`.' },
    EXTERNAL: { description: '`external`.' },
    WITHOUT_OWNER: { description: '`withoutOwner`.' },
    REMOVED: { description: '`removed`.' },
    REASON: { description: '`reasons`; these are asked for all together, so a count is of what is left when the reason is added.' },
  },
});

@ObjectType('AssetFacetValue', { description: 'One value that assets have, and how many have it.', simpleResolvers: true })
export class AssetFacetValue {
  @Field(() => String, { description: 'As the filter takes it: the name of a value, `true` or `false`.' })
  value!: string;

  @Field(() => Int, { description: 'How many assets have it; 0 as well.' })
  count!: number;
}

@ObjectType('AssetFacet', { description: 'How many assets have each value of a dimension.', simpleResolvers: true })
export class AssetFacet {
  @Field(() => AssetDimension, { description: 'What they are told apart by.' })
  dimension!: AssetDimension;

  @Field(() => [AssetFacetValue], { description: 'Every value there is, in an order that stays.' })
  values!: AssetFacetValue[];
}
