import type { GatewayExecutionResult } from '@apollo/server-gateway-interface';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { z } from 'zod';
import { dataOf } from '../engine/reply.ts';
import { ResponseData } from '../engine/response/response-data.ts';

const errorSchema = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
});
const replySchema = z.object({
  /** As it is sent; null when it is null or there is none. */
  data: z.string().nullable(),
  carriedOut: z.boolean(),
  errors: z.array(errorSchema),
});

/** A result as it is kept: to the byte what the first caller got. @param errors as that one is shown them */
export function keptReply({ data }: GatewayExecutionResult, errors: readonly GraphQLFormattedError[]): string {
  const text = data instanceof ResponseData ? data.text : data === undefined || data === null ? null : JSON.stringify(data);
  return JSON.stringify({
    data: text,
    carriedOut: data !== undefined,
    errors: errors.map(({ message, path, extensions }) => ({ message, path, extensions })),
  });
}

/** The result again. */
export function readReply(kept: string): GatewayExecutionResult {
  const { data, carriedOut, errors } = replySchema.parse(JSON.parse(kept));
  return {
    ...(errors.length === 0
      ? {}
      : { errors: errors.map(({ message, path = null, extensions = {} }) => new GraphQLError(message, { path, extensions })) }),
    ...(carriedOut ? { data: (data === null ? null : dataOf(data)) as GatewayExecutionResult['data'] & {} } : {}),
  };
}
