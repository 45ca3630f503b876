import { DomainError } from '../../kernel/errors/domain-error.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { System } from '../../kernel/system.ts';
import type { ConnectionRow } from '../connections/connection.entity.ts';
import type { ConnectionService } from '../connections/connection.service.ts';
import type { Asker, ConnectorDefinition, SourceDraft } from '../kit/definition.ts';
import { readForm } from '../kit/form.ts';
import type { ConnectionKind } from '../kit/kinds.ts';
import type { Definitions } from '../kit/registry.ts';
import { openPlane } from '../planes/plane-gate.ts';
import type { PlaneRef } from '../planes/plane-ref.ts';
import type { SyncRunRow } from '../syncs/sync-run.entity.ts';
import { baseAddress } from '../vendors/base-address.ts';
import { vendorErrors } from '../vendors/http/vendor.errors.ts';
import { areProblems, attempt } from './attempt.ts';

export interface FilledForm {
  kind: ConnectionKind;
  name: string | null;
  values: readonly { name: string; value: string }[];
  planeId: string | null;
}

export interface TriedSource {
  objects: string[];
  milliseconds: number;
}

/** Who fills in a form. */
type Person = Omit<Asker, 'planeId'>;

interface Started {
  connection: ConnectionRow;
  sync: SyncRunRow;
}

/** Tries and connects sources of every kind by their forms. */
export class SourceService {
  readonly #definitions: Definitions;
  readonly #connections: ConnectionService;
  readonly #system: System;

  constructor(deps: { definitions: Definitions; connections: ConnectionService; system: System }) {
    this.#definitions = deps.definitions;
    this.#connections = deps.connections;
    this.#system = deps.system;
  }

  /** All kinds, as the catalogue shows them. */
  get catalogue(): readonly ConnectorDefinition[] {
    return Object.values(this.#definitions);
  }

  /** Opens the source and looks, and keeps nothing. @returns what was seen, or what has to be corrected */
  async test(asker: Person, form: FilledForm): Promise<TriedSource | InputProblem[]> {
    const begun = performance.now();
    const opened = await this.#open(asker, form);
    if (Array.isArray(opened)) return opened;
    return { objects: opened.objects, milliseconds: Math.round(performance.now() - begun) };
  }

  /** Opens the source, and when that works connects it and starts its first sync. @returns both, or what has to be corrected */
  async connect(asker: Person, form: FilledForm): Promise<Started | InputProblem[]> {
    const opened = await this.#open(asker, form);
    if (Array.isArray(opened)) return opened;
    const [first] = this.#definitions[form.kind].descriptor.form;
    return this.#start(asker, form, opened.draft, first?.name ?? 'values');
  }

  /** The same by a base address and a secret as one text, without the rest of the form; problems are at `address` and `secret`. */
  async connectBare(
    asker: Person,
    input: Pick<FilledForm, 'kind' | 'name'> & { address: string; secret: string },
  ): Promise<Started | InputProblem[]> {
    const { kind, name, address, secret } = input;
    const definition = this.#definitions[kind];
    const location = baseAddress(address);
    if (location === null) return [inputProblem(vendorErrors.VENDOR_ADDRESS_INVALID({}), 'address')];
    if (secret === '') return [inputProblem(vendorErrors.VENDOR_SECRET_MISSING({}), 'secret')];
    const draft: SourceDraft = { location, secret, settings: null, name: definition.descriptor.label };
    const found = await this.#look(asker, kind, draft, null);
    if (!areProblems(found)) return this.#start(asker, { kind, name, planeId: null }, draft, 'address');
    return found.map((problem) => Object.assign(problem, { field: problem.field === 'address' ? 'address' : 'secret' }));
  }

  #start(
    asker: Person,
    { kind, name: chosen, planeId }: Omit<FilledForm, 'values'>,
    draft: SourceDraft,
    field: string,
  ): Promise<Started | InputProblem[]> {
    const { inside, location, secret, settings, name: usual } = draft;
    const name = chosen?.trim() ?? null;
    const source = { kind, name: name ?? usual, named: name !== null, location, secret, settings, planeId, field };
    return this.#connections.connect(asker.viewer, source, inside);
  }

  async #open(
    asker: Person,
    { kind, values: given, planeId }: FilledForm,
  ): Promise<{ draft: SourceDraft; objects: string[] } | InputProblem[]> {
    const definition = this.#definitions[kind];
    const values = readForm(definition.descriptor, given);
    if (Array.isArray(values)) return values;
    // Before anything is asked for: the way may be closed.
    const plane = await this.#planeOf(asker.viewer.tenantId, kind, planeId);
    if (plane instanceof DomainError) return [inputProblem(plane, 'planeId')];
    const draft = await definition.draft(values, { ...asker, planeId });
    if (Array.isArray(draft)) return draft;
    const found = await this.#look(asker, kind, draft, planeId);
    return areProblems(found) ? found : { draft, objects: found };
  }

  async #look({ viewer }: Person, kind: ConnectionKind, draft: SourceDraft, planeId: string | null): Promise<string[] | InputProblem[]> {
    const { tenantId } = viewer;
    const plane = await this.#planeOf(tenantId, kind, planeId);
    if (plane instanceof DomainError) return [inputProblem(plane, 'planeId')];
    const { location, secret, settings } = draft;
    return attempt(this.#definitions[kind], { location, secret, settings, plane, owner: { tenantId, connectionId: null, planeId } });
  }

  async #planeOf(tenantId: string, kind: ConnectionKind, planeId: string | null): Promise<PlaneRef | DomainError | null> {
    const { database, secrets } = this.#system;
    try {
      return await database.unitOfWork(tenantId, (unit) => openPlane(unit, { kind, planeId }, secrets.vault));
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }
}
