import type { ShowObject } from './complete.ts';
import type { Field } from './field.ts';
import { plainTest } from './leaf.ts';
import { asError, failAfter, isPromise, settle } from './run.ts';

const NOTHING = Object.freeze({});

/**
 * Writes a function that shows objects with these fields: properties are read by name and the object is made in one piece, which is several
 * times as fast as field by field. Only names of the schema, aliases (both `[_A-Za-z0-9]`) and our own text become code.
 */
export function generateObject(fields: readonly Field[]): ShowObject {
  const slots = fields.map((_field, index) => `f${index}`);
  const code = `'use strict';
    return (source, run, place) => {
      const s = (typeof source === 'object' && source !== null) || typeof source === 'function' ? source : NOTHING;
      let v, pending = false;
      let ${['unused', ...slots].join(', ')};
      try {${fields.map(assign).join('')}
      } catch (error) {
        if (pending) return failAfter([${slots.join(', ')}], error);
        throw error;
      }
      const object = { ${fields.map(({ key }, index) => `${nameOf(key)}: f${index}`).join(', ')} };
      return pending ? settle(object) : object;
    };`;
  // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- see above: no text of a caller's gets in
  const make = new Function('fields', 'NOTHING', 'isPromise', 'asError', 'failAfter', 'settle', code) as (
    ...bound: unknown[]
  ) => ShowObject;
  return make(fields, NOTHING, isPromise, asError, failAfter, settle);
}

function assign(field: Field, index: number): string {
  const name = JSON.stringify(field.name);
  const later = `if (isPromise(f${index})) pending = true;`;
  if (field.kind === 'TYPENAME') return `\nf${index} = ${JSON.stringify(field.parent.name)};`;
  if (field.kind === 'RESOLVED') return `\nf${index} = fields[${index}].execute(source, run, place); ${later}`;
  const finish = `{ f${index} = fields[${index}].finish(v, source, run, place); ${later} }`;
  const absent = field.required ? '' : `if (v === null || v === undefined) f${index} = null; else `;
  const test = plainTest(field.type);
  const plain = test === null ? '' : `if (${test}) f${index} = v; else `;
  return `\ntry { v = s[${name}]; } catch (error) { v = asError(error); }\n${plain}${absent}${finish}`;
}

/** A property of an object in code; `__proto__`, which an alias may be called, would be something else. */
function nameOf(key: string): string {
  return key === '__proto__' ? `['__proto__']` : JSON.stringify(key);
}
