import { createRequire } from 'node:module';
import type * as composition from '@apollo/composition';
import type * as subgraph from '@apollo/subgraph';
import type * as graphql from 'graphql';
import type * as jit from 'graphql-jit';
import type * as undici from 'undici';

const require = createRequire(new URL('../../package.json', import.meta.url));

/*
 * The product's own copies of what the peers bring, too: below bench/, a plain import would find the peers' ones, and a schema of one
 * copy means nothing to the other.
 */
export const { buildSchema, parse } = require('graphql') as typeof graphql;
export const { compileQuery, isCompiledQuery } = require('graphql-jit') as typeof jit;
export const { buildSubgraphSchema } = require('@apollo/subgraph') as typeof subgraph;
export const { composeServices } = require('@apollo/composition') as typeof composition;
export const { Client } = require('undici') as typeof undici;
