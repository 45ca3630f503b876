import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../../kernel/pagination/page.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import { PersonalDataType } from '../policy/policy.type.ts';
import type { ReportService } from './report.service.ts';
import { type PersonalDataFinding, PersonalDataFindingConnection } from './report.type.ts';

@Resolver()
export class ReportResolver {
  private readonly service: ReportService;

  constructor(service: ReportService) {
    this.service = service;
  }

  @Query(() => PersonalDataFindingConnection, { description: 'What personal data was found where, last seen first; never the values.' })
  personalDataReport(
    @Ctx() { viewer }: GraphContext,
    @Arg('type', () => PersonalDataType, { nullable: true, description: 'Only of this type.' }) type: keyof typeof PersonalDataType | null,
    @Arg('connectionId', () => ID, { nullable: true, description: 'Only what came by this connection.' }) connectionId: string | null,
    @Arg('first', () => Int, { defaultValue: 100, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<PersonalDataFinding>> {
    return this.service.page(requireUser(viewer), { type: type ?? null, connectionId: connectionId ?? null }, pageOf(first, after));
  }
}
