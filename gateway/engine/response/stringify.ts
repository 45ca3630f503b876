import type { FormattedExecutionResult } from 'graphql';
import { ResponseData } from './response-data.ts';

/** A response as JSON text. Data that is text already is put in as it is. */
export function stringifyResponse({ data, errors, extensions }: FormattedExecutionResult): string {
  const parts: string[] = [];
  if (errors !== undefined) parts.push(`"errors":${JSON.stringify(errors)}`);
  if (data !== undefined) parts.push(`"data":${data instanceof ResponseData ? data.text : JSON.stringify(data)}`);
  if (extensions !== undefined) parts.push(`"extensions":${JSON.stringify(extensions)}`);
  return `{${parts.join(',')}}`;
}
