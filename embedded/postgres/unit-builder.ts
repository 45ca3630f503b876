import { inspectSql } from './sql/inspect.ts';
import { REFUSED } from './sql/inspection.ts';
import type { Inspection } from './sql/inspection.ts';
import { refuseSetting } from './sql/settings.ts';
import { emptyUnit, MAX_UNIT_BYTES, ProtocolError, REFUSED_MARKER } from './unit.ts';
import type { Unit } from './unit.ts';
import { readBind, readParameter } from './wire/bind.ts';
import type { Message } from './wire/frame.ts';
import { copyFail, FRONTEND, message, query, readString } from './wire/messages.ts';
import type { SqlError } from './wire/messages.ts';
import { MAX_STATEMENTS_PER_CLIENT } from './wire/statements.ts';
import type { Statements } from './wire/statements.ts';

const NO_PARAMETER_TYPES = Buffer.alloc(2);
const refusedParse = (): Buffer => message(FRONTEND.PARSE, '', REFUSED_MARKER, NO_PARAMETER_TYPES);

/** What a message led to: a finished unit, a COPY that waits for its data, or nothing yet. */
export type Step = { readonly kind: 'unit'; readonly unit: Unit } | { readonly kind: 'copyStarted'; readonly binary: boolean } | null;

/** Turns one client's messages into units, renaming statements and replacing what is refused. Pure: no socket, no backend. */
export class UnitBuilder {
  readonly #statements: Statements;
  #unit: Unit = emptyUnit();
  #copying = false;
  #unnamedParse: Buffer | null = null;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /** Throws {@link ProtocolError} for what cannot be part of any unit; RangeError for a message that lies about its own lengths. */
  take({ type, bytes }: Message): Step {
    if (this.#copying) return this.#takeCopy(type, bytes);
    switch (type) {
      case FRONTEND.QUERY:
        return this.#query(bytes);
      case FRONTEND.PARSE:
        return this.#parse(bytes);
      case FRONTEND.BIND:
        return this.#bind(bytes);
      case FRONTEND.DESCRIBE:
      case FRONTEND.CLOSE:
        return this.#describeOrClose(type, bytes);
      case FRONTEND.EXECUTE:
        return this.#add(bytes);
      case FRONTEND.SYNC:
        this.#add(bytes);
        return this.#finish('sync');
      case FRONTEND.FLUSH:
        this.#add(bytes);
        return this.#finish('flush');
      case FRONTEND.COPY_DATA:
      case FRONTEND.COPY_DONE:
      case FRONTEND.COPY_FAIL:
        return null; // the rest of a COPY that failed: to be ignored, says the protocol
      case FRONTEND.FUNCTION_CALL:
        throw new ProtocolError('0A000', 'function calls by number are not supported by the embedded database');
      default:
        throw new ProtocolError('08P01', `unexpected message of type ${type}`);
    }
  }

  #query(bytes: Buffer): Step {
    const [sql] = readString(bytes, 5);
    const inspection = inspectSql(sql);
    this.#note(inspection);
    this.#unit.definesUnnamed = true;
    this.#unnamedParse = null;
    if (inspection.refusal) this.#refuse(inspection.refusal, query(REFUSED_MARKER));
    else this.#add(bytes);
    if (inspection.copyIn && !inspection.refusal) {
      this.#copying = true;
      this.#unit.copyIn = true;
      return { kind: 'copyStarted', binary: inspection.copyIn.binary };
    }
    // A COPY that the inspection failed to see would wait for data for ever; after anything else this message is ignored.
    if (/copy/i.test(sql)) this.#add(copyFail('COPY FROM STDIN was not recognised'));
    return this.#finish('query');
  }

  #parse(bytes: Buffer): Step {
    const [name, sqlAt] = readString(bytes, 5);
    const [sql, typesAt] = readString(bytes, sqlAt);
    const inspection = inspectSql(sql);
    const refusal = inspection.refusal ?? (inspection.copyIn ? REFUSED.copy : null);
    const backendName = this.#statements.define(name, inspection);
    if (this.#statements.size > MAX_STATEMENTS_PER_CLIENT) throw new ProtocolError('54000', 'too many prepared statements');
    const parse = message(FRONTEND.PARSE, backendName, sql, bytes.subarray(typesAt));
    if (name === '') {
      this.#unit.definesUnnamed = true;
      this.#unnamedParse = refusal ? null : parse;
    }
    this.#note(inspection);
    return refusal ? this.#refuse(refusal, refusedParse()) : this.#add(parse);
  }

  #bind(bytes: Buffer): Step {
    const bind = readBind(bytes);
    for (const { parameter, local } of this.#statements.inspectionOf(bind.statement).settingParameters) {
      const setting = readParameter(bytes, bind, parameter);
      const refusal = setting === null ? null : refuseSetting(setting, null);
      if (refusal) return this.#refuse(refusal, refusedParse());
      if (setting !== null && !local) this.#unit.settings.push(setting);
    }
    this.#useStatement(bind.statement);
    return this.#add(message(FRONTEND.BIND, bind.portal, this.#statements.nameOf(bind.statement), bytes.subarray(bind.rest)));
  }

  #describeOrClose(type: number, bytes: Buffer): Step {
    const kind = bytes.subarray(5, 6);
    if (kind.toString() !== 'S') return this.#add(bytes);
    const [name] = readString(bytes, 6);
    if (type === FRONTEND.DESCRIBE) this.#useStatement(name);
    else if (name === '') this.#unnamedParse = null;
    return this.#add(message(type, kind, type === FRONTEND.CLOSE ? this.#statements.close(name) : this.#statements.nameOf(name)));
  }

  #takeCopy(type: number, bytes: Buffer): Step {
    switch (type) {
      case FRONTEND.COPY_DATA:
        return this.#add(bytes);
      case FRONTEND.COPY_DONE:
      case FRONTEND.COPY_FAIL:
        this.#add(bytes);
        this.#copying = false;
        return this.#finish('query');
      case FRONTEND.SYNC:
      case FRONTEND.FLUSH:
        return null; // ignored during COPY, says the protocol
      default:
        throw new ProtocolError('08P01', 'unexpected message during COPY FROM STDIN');
    }
  }

  #useStatement(name: string): void {
    if (name === '' && !this.#unit.definesUnnamed) this.#unit.reusesUnnamed = { parse: this.#unnamedParse };
  }

  #note(inspection: Inspection): void {
    this.#unit.settings.push(...inspection.settings);
    this.#unit.listenChanges.push(...inspection.listenChanges);
  }

  #refuse(refusal: SqlError, replacement: Buffer): null {
    this.#unit.refusal ??= refusal;
    return this.#add(replacement);
  }

  #add(bytes: Buffer): null {
    this.#unit.bytes += bytes.length;
    if (this.#unit.bytes > MAX_UNIT_BYTES) throw new ProtocolError('54000', `more than ${MAX_UNIT_BYTES} bytes in one go`);
    this.#unit.frames.push(bytes);
    return null;
  }

  #finish(end: Unit['end']): Step {
    const unit = this.#unit;
    unit.end = end;
    this.#unit = emptyUnit();
    return { kind: 'unit', unit };
  }
}
