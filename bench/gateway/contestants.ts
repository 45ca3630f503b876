import { fileURLToPath } from 'node:url';
import type { Command } from './children.ts';

/** One gateway that is measured. */
export interface Contestant {
  name: string;
  title: string;
  /** How it is started on a supergraph file and a port. */
  command: (supergraph: string, port: number) => Command;
}

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const HIVE_PROGRAM = at('../node_modules/@graphql-hive/gateway/dist/bin.js');
const HIVE_CONFIG = at('peers/hive.config.mjs');

const hive = (supergraph: string, port: number, ...more: string[]): Command => ({
  args: [
    HIVE_PROGRAM,
    'supergraph',
    supergraph,
    '--config-path',
    HIVE_CONFIG,
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--fork',
    '1',
    ...more,
  ],
});

/** As its documentation starts it. */
export const APOLLO: Contestant = {
  name: 'apollo',
  title: '@apollo/gateway',
  command: (supergraph, port) => ({ args: [at('peers/apollo.mjs'), supergraph, String(port)] }),
};

/** Hive Gateway's own engine, with the compiler that it recommends for speed. */
export const HIVE: Contestant = {
  name: 'hive',
  title: 'Hive Gateway, JavaScript engine with jit',
  command: (supergraph, port) => hive(supergraph, port, '--jit'),
};

/** Without --jit: with it, this engine answers null for every field. */
export const HIVE_ROUTER: Contestant = {
  name: 'hive-router',
  title: 'Hive Gateway, Rust planner',
  command: (supergraph, port) => hive(supergraph, port, '--hive-router-runtime'),
};
