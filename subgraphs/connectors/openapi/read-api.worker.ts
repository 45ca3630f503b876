import { type ApiText, type ReadApi, readApi } from './read-api.ts';

/** Documents have megabytes: read on a thread. */
export default function run(input: ApiText): ReadApi {
  return readApi(input);
}
