import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { profileOf } from './application-profile.ts';
import { ApplicationProfile } from './application-profile.type.ts';
import { Asset } from './asset.type.ts';
import type { FactsReader } from './facts.loader.ts';
import type { LastLookReader } from './last-look.loader.ts';

@Resolver(() => Asset)
export class ApplicationProfileResolver {
  private readonly facts: FactsReader;
  private readonly looks: LastLookReader;

  constructor(facts: FactsReader, looks: LastLookReader) {
    this.facts = facts;
    this.looks = looks;
  }

  @FieldResolver(() => ApplicationProfile, {
    nullable: true,
    description: 'What all records together say of an application; null for anything else.',
  })
  async profile(@Root() { id, kind }: Asset, @Ctx() context: GraphContext): Promise<ApplicationProfile | null> {
    if (kind !== 'APPLICATION') return null;
    const [facts, look] = await Promise.all([this.facts.loader(context).load(id), this.looks.loader(context).load(id)]);
    return facts === null || look === null ? null : profileOf(facts, look);
  }
}
