import { registerHooks } from 'node:module';
import { readFileSync } from 'node:fs';
import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

// Node reads TypeScript by leaving its types out; decorators are more than types.
registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.ts') || !url.startsWith('file:') || url.includes('/node_modules/')) return next(url, context);
    const file = fileURLToPath(url);
    const { code } = transformSync(readFileSync(file, 'utf8'), {
      filename: file,
      swcrc: false,
      sourceMaps: 'inline',
      jsc: {
        target: 'es2024',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
      },
      module: { type: 'es6' },
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
