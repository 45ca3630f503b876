import type { FormattedExecutionResult } from 'graphql';
import { ResponseData } from '../engine/response/response-data.ts';

/** A result as it is sent. What the engine has written already is taken as it is. */
export function replyText({ data, errors, extensions }: FormattedExecutionResult): string {
  const parts: string[] = [];
  if (errors !== undefined) parts.push(`"errors":${JSON.stringify(errors)}`);
  if (data !== undefined) parts.push(`"data":${data instanceof ResponseData ? data.text : JSON.stringify(data)}`);
  if (extensions !== undefined) parts.push(`"extensions":${JSON.stringify(extensions)}`);
  return `{${parts.join(',')}}`;
}
