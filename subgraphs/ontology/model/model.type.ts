import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { User } from '../catalogue/stubs.type.ts';
import type { PublicationKind } from '../publishing/publication.entity.ts';
import type { DifferenceAction, DifferenceSubject } from './difference.ts';
import type { DraftRow } from './draft.entity.ts';
import type { Side } from './merge-overlay.ts';

const actions = { ADDED: 'ADDED', CHANGED: 'CHANGED', REMOVED: 'REMOVED', MERGED: 'MERGED' } as const satisfies Record<
  DifferenceAction,
  string
>;
registerEnumType(actions, {
  name: 'OntologyDifferenceAction',
  description: 'What happened to a part of the business model.',
  valuesConfig: {
    ADDED: { description: 'It is new.' },
    CHANGED: { description: 'One of its properties changed.' },
    REMOVED: { description: 'It is gone.' },
    MERGED: { description: 'Its records belong to another entity type now.' },
  },
});
const subjects = { ENTITY_TYPE: 'ENTITY_TYPE', ATTRIBUTE: 'ATTRIBUTE', RELATION: 'RELATION' } as const satisfies Record<
  DifferenceSubject,
  string
>;
registerEnumType(subjects, {
  name: 'OntologySubject',
  description: 'Parts of the business model.',
  valuesConfig: {
    ENTITY_TYPE: { description: 'An entity type.' },
    ATTRIBUTE: { description: 'An attribute of one.' },
    RELATION: { description: 'A relation of one.' },
  },
});
const kinds = { MAPPING: 'MAPPING', EDIT: 'EDIT', ROLL_BACK: 'ROLL_BACK', REMOVAL: 'REMOVAL' } as const satisfies Record<
  PublicationKind,
  string
>;
registerEnumType(kinds, {
  name: 'OntologyVersionKind',
  description: 'What a version of the business model came of.',
  valuesConfig: {
    MAPPING: { description: 'A mapping was accepted.' },
    EDIT: { description: 'Somebody published edits.' },
    ROLL_BACK: { description: 'Somebody went back to the edits of an earlier version.' },
    REMOVAL: { description: 'A connection was removed.' },
  },
});
/** Whose changes stand where two people made one. */
export const DraftSide = { MINE: 'MINE', THEIRS: 'THEIRS' } as const satisfies Record<Side, Side>;
registerEnumType(DraftSide, {
  name: 'OntologyDraftSide',
  description: 'Whose changes stand where two people changed the same thing.',
  valuesConfig: { MINE: { description: 'Those of the draft.' }, THEIRS: { description: 'Those published meanwhile.' } },
});

@ObjectType({ description: 'One way in which the business model differs from what it was.', simpleResolvers: true })
export class OntologyDifference {
  @Field(() => actions, { description: 'What happened.' })
  action!: DifferenceAction;

  @Field(() => subjects, { description: 'To what.' })
  subject!: DifferenceSubject;

  @Field(() => String, { description: 'Name of the entity type, as it is after the change.' })
  entityType!: string;

  @Field(() => String, { description: 'Name of the part, as it is after the change; of an entity type the same as entityType.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What of it was changed: name, label, type …; null when the whole came or went.' })
  property!: string | null;

  @Field(() => String, { nullable: true, description: 'What it was; null: nothing.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is; null: nothing; of a merged type the one it was merged into.' })
  after!: string | null;
}

@ObjectType({ description: 'One version of the business model.', simpleResolvers: true })
export class OntologyVersion {
  @Field(() => Int, { description: 'Its number; the highest is in force.' })
  version!: number;

  @Field(() => kinds, { description: 'What it came of.' })
  kind!: PublicationKind;

  @Field(() => GraphQLDateTime, { description: 'Since when it was in force.' })
  publishedAt!: Date;

  @Field(() => User, { nullable: true, description: 'Who published it; null when nobody did.' })
  publishedBy!: User | null;

  @Field(() => String, { nullable: true, description: 'Why, in their words.' })
  note!: string | null;

  @Field(() => Int, { nullable: true, description: 'The version that was gone back to; null otherwise.' })
  restored!: number | null;

  @Field(() => [OntologyDifference], { description: 'How it differs from the version before; a thousand of them at most.' })
  changes!: readonly OntologyDifference[];

  @Field(() => Int, { description: 'How many entity types it has.' })
  entityTypeCount!: number;
}

export const OntologyVersionConnection = relayConnection('OntologyVersion', OntologyVersion);

@ObjectType({ description: 'Your edits of the business model that are not published yet.', simpleResolvers: true })
export class OntologyDraft {
  @Field(() => ID, { description: 'Identifies your draft.' })
  id!: string;

  @Field(() => Int, { description: 'Grows with every change; pass it to editOntology so that nothing made meanwhile is overlooked.' })
  revision!: number;

  @Field(() => Int, { description: 'The version it was begun on.' })
  basedOn!: number;

  @Field(() => GraphQLDateTime, { description: 'When it was last changed.' })
  updatedAt!: Date;

  /** The draft behind it; not part of the graph. */
  row!: DraftRow;
}

@ObjectType({ description: 'The draft as it is now.', simpleResolvers: true })
export class OntologyEdited {
  @Field(() => OntologyDraft, { description: 'The draft.' })
  draft!: OntologyDraft;
}

@ObjectType({ description: 'A version is in force; tables that are filled otherwise are filled in the background.', simpleResolvers: true })
export class OntologyPublished {
  @Field(() => OntologyVersion, { description: 'The version.' })
  version!: OntologyVersion;
}

export const EditOntologyResult = createUnionType({
  name: 'EditOntologyResult',
  description: 'The draft, or what has to be corrected first.',
  types: () => [OntologyEdited, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : OntologyEdited),
});

export const PublishOntologyResult = createUnionType({
  name: 'PublishOntologyResult',
  description: 'The version, or what keeps it from being published.',
  types: () => [OntologyPublished, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : OntologyPublished),
});
