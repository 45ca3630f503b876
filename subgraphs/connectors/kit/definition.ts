import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { DomainError } from '../../kernel/errors/domain-error.ts';
import type { InputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { Connector, SourceRef } from './connector.ts';
import type { Descriptor } from './descriptor.ts';

/** Values of a form by field name: those given, trimmed, and fallbacks; nothing for what was left out. */
export type FormValues = Readonly<Record<string, string>>;

/** Who fills in a form. */
export interface Asker {
  viewer: UserViewer;
  /** The person at the machine that runs the server. */
  localOwner: boolean;
  /** The fabric plane that the source is to be reached through; null: directly, which is allowed by then. */
  planeId: string | null;
}

/** What a filled form means. */
export interface SourceDraft {
  /** Without any secret in it; the same source always has the same. */
  location: string;
  /** In clear; sealed before it is stored. */
  secret: string | null;
  /** What else the connector needs, free of secrets; JSON. */
  settings: object | null;
  /** What to call it when nobody chooses a name. */
  name: string;
  /** What else belongs into the transaction that connects it. */
  inside?: (unit: UnitOfWork) => Promise<void>;
}

/** One kind of source: what people are told and asked, how it is tried, and how it is read. The registry has one for each kind. */
export interface ConnectorDefinition {
  readonly descriptor: Descriptor;
  readonly connector: Connector;
  /** What a filled form means, or what has to be corrected. Required fields are there, choices are known. */
  draft(values: FormValues, asker: Asker): Promise<SourceDraft | InputProblem[]> | SourceDraft | InputProblem[];
  /** Opens the source and looks what is there. @returns names of some objects, perhaps none. @throws DomainError when it cannot be read */
  attempt(source: SourceRef, signal: AbortSignal): Promise<string[]>;
  /** Which field of the form a failure is about. */
  fieldOf(error: DomainError): string | null;
  /** Keeps its location for itself: several connections may lead to the same one. */
  readonly shared?: boolean;
}
