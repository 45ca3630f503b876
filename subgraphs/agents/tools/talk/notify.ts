import { z } from 'zod';
import { nameBasedUuid } from '../../../kernel/ids/name-based-uuid.ts';
import { defineTool } from '../define-tool.ts';
import type { Once } from '../effects/once.ts';
import type { Tool } from '../tool.ts';

const MAX_USERS = 100;
const PEOPLE = ['OWNER', 'ADMIN', 'OPERATOR', 'ANALYST', 'VIEWER'] as const;
const input = z.strictObject({
  title: z.string().trim().min(1).max(200).describe('One line.'),
  text: z.string().trim().min(1).max(1_000).describe('What there is to know.'),
  roles: z.array(z.enum(PEOPLE)).default([]).describe('Everybody with one of these roles; operators and above when nobody is named.'),
  userIds: z.array(z.uuid()).max(MAX_USERS).default([]).describe('These people.'),
  link: z
    .string()
    .max(500)
    .regex(/^\/(?!\/)/, 'expected a path of the client')
    .optional()
    .describe('Where in the client it leads: `/runs/…`.'),
});

/** Tells people something, in their inboxes and over the company's channels. */
export function notifyTool(once: Once): Tool {
  return defineTool({
    name: 'notify',
    title: 'Notify people',
    description: 'Puts a message into the inboxes of people and hands it to the company’s channels.',
    complexity: 2,
    effect: 'KEYED',
    input,
    describe: ({ title, roles, userIds }) => ({
      intent: `Tell ${userIds.length > 0 ? `${userIds.length} people` : 'people'}${roles.length > 0 ? ` (${roles.join(', ').toLowerCase()})` : ''}: “${title}”.`,
      touches: roles.length === 0 && userIds.length > 0 ? userIds.length : null,
    }),
    call: ({ title, text, roles, userIds, link }, call) =>
      once('notify', call, async (unit) => {
        const noticeId = nameBasedUuid(call.runId, `notice ${call.idempotencyKey}`);
        unit.emit('agents.notice', { noticeId, agentId: call.agentId, runId: call.runId, title, text, roles, userIds, link: link ?? null });
        return { notified: true, noticeId };
      }),
  });
}
