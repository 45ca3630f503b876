/** Kinds of connections whose sources send by themselves, to `POST /inbound/<connection>`. */
const RECEIVING: ReadonlySet<string> = new Set(['WEBHOOK', 'EVENTBRIDGE']);

/** Whether connections of this kind receive messages. */
export const receivesMessages = (kind: string): boolean => RECEIVING.has(kind);
