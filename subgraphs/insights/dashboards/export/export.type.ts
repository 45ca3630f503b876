import { Field, ObjectType, registerEnumType } from 'type-graphql';

export const DashboardExportFormat = { JSON: 'JSON', CSV: 'CSV' } as const;
export type DashboardExportFormat = (typeof DashboardExportFormat)[keyof typeof DashboardExportFormat];
registerEnumType(DashboardExportFormat, {
  name: 'DashboardExportFormat',
  description: 'What a dashboard is exported as.',
  valuesConfig: {
    JSON: { description: 'Layout, questions, operations and numbers.' },
    CSV: { description: 'The numbers, one table under the other.' },
  },
});

@ObjectType('DashboardExport', { description: 'A dashboard as a file.', simpleResolvers: true })
export class DashboardExport {
  @Field(() => String, { description: 'A name for the file.' })
  fileName!: string;

  @Field(() => String, { description: 'Its media type.' })
  mediaType!: string;

  @Field(() => String, { description: 'What stands in it.' })
  content!: string;
}
