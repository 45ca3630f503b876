import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { enableCompileCache, registerHooks } from 'node:module';
import { join } from 'node:path';
import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

// Hundreds of processes read the same sources one after another: what one has made of them serves the next.
const cache = process.env['AUTONOMOS_CHAOS_CACHE'];
if (cache !== undefined) {
  mkdirSync(cache, { recursive: true });
  enableCompileCache(join(cache, 'compiled'));
}

// Node reads TypeScript by leaving its types out; decorators are more than types.
registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.ts') || !url.startsWith('file:') || url.includes('/node_modules/')) return next(url, context);
    const file = fileURLToPath(url);
    return { format: 'module', source: transformed(file, readFileSync(file, 'utf8')), shortCircuit: true };
  },
});

/**
 * What Node can run.
 *
 * @param {string} file
 * @param {string} text
 * @returns {string}
 */
function transformed(file, text) {
  if (cache === undefined) return transform(file, text);
  const kept = join(cache, `${createHash('sha256').update(file).update(text).digest('hex')}.js`);
  try {
    return readFileSync(kept, 'utf8');
  } catch {
    const code = transform(file, text);
    // Several begin at once; a file is whole or not there.
    writeFileSync(`${kept}.${process.pid}`, code);
    renameSync(`${kept}.${process.pid}`, kept);
    return code;
  }
}

/**
 * @param {string} file
 * @param {string} text
 * @returns {string}
 */
function transform(file, text) {
  return transformSync(text, {
    filename: file,
    swcrc: false,
    sourceMaps: 'inline',
    jsc: {
      target: 'es2024',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
    },
    module: { type: 'es6' },
  }).code;
}
