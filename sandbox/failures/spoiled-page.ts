import type { Random } from '../company/random.ts';
import { listAt, listNames, withList } from '../http/records.ts';
import type { VendorReply } from '../http/reply.ts';

/** Flags that say whether there is more, and what they then say. */
const FLAGS: Readonly<Record<string, boolean>> = { has_more: true, hasMore: true, done: false, end_of_stream: false };

/** The page with its records in another order; null when it has no two. */
export function shuffled(reply: VendorReply, random: Random): VendorReply | null {
  const names = listNames(reply.body);
  if (!names.some((name) => listAt(reply.body, name).length > 1)) return null;
  let { body } = reply;
  for (const name of names) {
    const list = [...listAt(body, name)];
    for (let i = list.length - 1; i > 0; i--) {
      const j = random.int(0, i);
      const [a, b] = [list[i], list[j]];
      if (a === undefined || b === undefined) continue;
      list[i] = b;
      list[j] = a;
    }
    body = withList(body, name, list);
  }
  return { ...reply, body };
}

/** Says that there is nothing more; null where the page says so already, or has no flag. */
export const ended = (reply: VendorReply): VendorReply | null => flagged(reply, false);

/** Says that there is more; null where the page says so already, or has no flag. */
export const endless = (reply: VendorReply): VendorReply | null => flagged(reply, true);

/** The flag may stand at the top or one level down, as in `meta.has_more`. */
function flagged(reply: VendorReply, more: boolean): VendorReply | null {
  const { body } = reply;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
  const top = turned(body, more);
  if (top !== null) return { ...reply, body: top };
  for (const [name, value] of Object.entries(body)) {
    const inner = typeof value === 'object' && value !== null && !Array.isArray(value) ? turned(value as object, more) : null;
    if (inner !== null) return { ...reply, body: { ...body, [name]: inner } };
  }
  return null;
}

function turned(object: object, more: boolean): object | null {
  for (const [flag, meansMore] of Object.entries(FLAGS)) {
    const value: unknown = Reflect.get(object, flag);
    const wanted = more ? meansMore : !meansMore;
    if (typeof value === 'boolean' && value !== wanted) return { ...object, [flag]: wanted };
  }
  return null;
}
