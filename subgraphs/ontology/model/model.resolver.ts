import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { InputProblem, inputProblem, inputRefused, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { User, refer } from '../catalogue/stubs.type.ts';
import type { PublicationRow } from '../publishing/publication.entity.ts';
import { OntologyChangeInput } from './change.input.ts';
import type { OntologyChange } from './change.ts';
import { differencesOf } from './difference.ts';
import type { DraftRow } from './draft.entity.ts';
import type { DraftService, Drafted } from './draft.service.ts';
import type { Side } from './merge-overlay.ts';
import { modelErrors } from './model.errors.ts';
import {
  DraftSide,
  EditOntologyResult,
  OntologyDifference,
  OntologyDraft,
  OntologyEdited,
  OntologyPublished,
  OntologyVersion,
  OntologyVersionConnection,
  PublishOntologyResult,
} from './model.type.ts';
import { readChange } from './read-change.ts';
import type { Published, VersionsService } from './versions.service.ts';

/** A person edits by hand: more at once is a program's mistake. */
const MAX_CHANGES = 200;
const NOTE = 'Why, for those who read the history.';

@Resolver(() => OntologyDraft)
export class ModelResolver {
  private readonly drafts: DraftService;
  private readonly versions: VersionsService;

  constructor(drafts: DraftService, versions: VersionsService) {
    this.drafts = drafts;
    this.versions = versions;
  }

  @Query(() => OntologyVersionConnection, { description: 'Versions of the business model, the one in force first.' })
  async ontologyVersions(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many to read, at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the item to go on after.' }) after?: string | null,
  ): Promise<ConnectionOf<OntologyVersion>> {
    const page = await this.versions.page(requireUser(viewer).tenantId, pageOf(first, after));
    const edges = page.edges.map(({ node, cursor }) => ({ node: versionOf(node), cursor }));
    return { ...page, edges, nodes: edges.map(({ node }) => node) };
  }

  @Query(() => OntologyDraft, { nullable: true, description: 'Your edits of the business model; null when there are none.' })
  async ontologyDraft(@Ctx() { viewer }: GraphContext): Promise<OntologyDraft | null> {
    const row = await this.drafts.of(requireUser(viewer));
    return row === null ? null : draftOf(row);
  }

  @FieldResolver(() => [OntologyDifference], { description: 'How the model would differ from the one in force.' })
  async diff(@Root() { row }: OntologyDraft, @Ctx() { viewer }: GraphContext): Promise<OntologyDifference[]> {
    const user = requireUser(viewer);
    const state = await this.drafts.state(user.tenantId);
    const differences = differencesOf(state.previous?.model ?? null, this.drafts.model(user, state, row).model);
    return differences.map((each) => Object.assign(new OntologyDifference(), each));
  }

  @FieldResolver(() => [InputProblem], { description: 'What keeps it from being published; empty: nothing.' })
  async problems(@Root() { row }: OntologyDraft, @Ctx() { viewer }: GraphContext): Promise<InputProblem[]> {
    const user = requireUser(viewer);
    return this.versions.problems(user, await this.drafts.state(user.tenantId), row);
  }

  @FieldResolver(() => Boolean, { description: 'Whether others have published since it was begun.' })
  async behind(@Root() { basedOn }: OntologyDraft, @Ctx() { viewer }: GraphContext): Promise<boolean> {
    return ((await this.drafts.state(requireUser(viewer).tenantId)).previous?.version ?? 0) > basedOn;
  }

  @Mutation(() => EditOntologyResult, { description: 'Adds edits to your draft, all of them or none.' })
  async editOntology(
    @Ctx() { viewer }: GraphContext,
    @Arg('changes', () => [OntologyChangeInput], { description: 'What to change, in order; 200 at most.' }) changes: OntologyChangeInput[],
    @Arg('revision', () => Int, {
      nullable: true,
      description: 'Refuse them when the draft is no longer at this revision; 0: there is none.',
    })
    revision?: number | null,
  ): Promise<OntologyEdited | InputRefused> {
    if (changes.length === 0 || changes.length > MAX_CHANGES)
      return inputRefused([
        inputProblem(modelErrors.ONTOLOGY_EDIT_INVALID({ reason: `1 to ${MAX_CHANGES} changes at a time.` }), 'changes'),
      ]);
    const read: OntologyChange[] = [];
    const problems: InputProblem[] = [];
    for (const [i, change] of changes.entries())
      try {
        read.push(readChange(change));
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        problems.push(inputProblem(error, `changes.${i}`));
      }
    if (problems.length > 0) return inputRefused(problems);
    return edited(await this.drafts.edit(requireUser(viewer), read, revision ?? null));
  }

  @Mutation(() => EditOntologyResult, { description: 'Puts your draft on top of what others published meanwhile.' })
  async rebaseOntologyDraft(
    @Ctx() { viewer }: GraphContext,
    @Arg('keep', () => DraftSide, { description: 'Whose changes stand where both changed the same thing.' }) keep: Side,
  ): Promise<OntologyEdited | InputRefused> {
    return edited(await this.drafts.rebase(requireUser(viewer), keep));
  }

  @Mutation(() => Boolean, { description: 'Throws your draft away; whether there was one.' })
  discardOntologyDraft(@Ctx() { viewer }: GraphContext): Promise<boolean> {
    return this.drafts.discard(requireUser(viewer));
  }

  @Mutation(() => PublishOntologyResult, {
    description: 'Publishes your draft as the next version of the business model. Nothing is ever dropped.',
  })
  async publishOntology(
    @Ctx() { viewer }: GraphContext,
    @Arg('note', () => String, { nullable: true, description: NOTE }) note?: string | null,
  ): Promise<OntologyPublished | InputRefused> {
    return published(await this.versions.publish(requireUser(viewer), note ?? null));
  }

  @Mutation(() => PublishOntologyResult, {
    description: 'Goes back to what people had made of the model in an earlier version, as a new version; mappings accepted since stay.',
  })
  async rollBackOntology(
    @Ctx() { viewer }: GraphContext,
    @Arg('version', () => Int, { description: 'The version to go back to.' }) version: number,
    @Arg('note', () => String, { nullable: true, description: NOTE }) note?: string | null,
  ): Promise<OntologyPublished | InputRefused> {
    return published(await this.versions.rollBack(requireUser(viewer), version, note ?? null));
  }
}

function edited(result: Drafted): OntologyEdited | InputRefused {
  if (result.kind === 'refused') return inputRefused(result.problems);
  return Object.assign(new OntologyEdited(), { draft: draftOf(result.draft) });
}

function published(result: Published): OntologyPublished | InputRefused {
  if (result.kind === 'refused') return inputRefused(result.problems);
  return Object.assign(new OntologyPublished(), { version: versionOf(result.row) });
}

function draftOf(row: DraftRow): OntologyDraft {
  const { userId, revision, basedOn, updatedAt } = row;
  return Object.assign(new OntologyDraft(), { id: userId, revision, basedOn, updatedAt, row });
}

function versionOf({ version, kind, publishedAt, publishedBy, note, restored, changes, model }: PublicationRow): OntologyVersion {
  return Object.assign(new OntologyVersion(), {
    version,
    kind,
    publishedAt,
    publishedBy: publishedBy == null ? null : refer(User, publishedBy),
    note: note ?? null,
    restored: restored ?? null,
    changes: changes.map((each) => Object.assign(new OntologyDifference(), each)),
    entityTypeCount: model.entities.length,
  });
}
