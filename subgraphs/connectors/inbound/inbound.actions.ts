import { MEMBERS, OPERATORS, defineActions } from '../../kernel/permissions/actions.ts';

export const inboundActions = defineActions({
  'inbound.read': { description: 'reading what sources sent', audience: MEMBERS, covers: ['InboundEndpoint'] },
  'inbound.write': {
    description: 'changing the secrets of what sources send',
    audience: OPERATORS,
    covers: ['Mutation.rotateInboundSecret', 'InboundSecretRotated'],
  },
});
