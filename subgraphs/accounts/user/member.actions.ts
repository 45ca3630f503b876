import { MEMBERS, defineActions } from '../../kernel/permissions/actions.ts';

export const memberActions = defineActions({
  'profile.write': {
    description: 'changing one’s own profile',
    audience: MEMBERS,
    inPerson: true,
    covers: ['Mutation.updateProfile'],
  },
  'members.manage': {
    description: 'managing who belongs to the tenant',
    audience: ['OWNER', 'ADMIN'],
    covers: [
      'Tenant.invitations',
      'Invitation',
      'InvitationConnection',
      'InvitationEdge',
      'Mutation.inviteMember',
      'Mutation.revokeInvitation',
      'Mutation.changeMemberRole',
      'Mutation.removeMember',
      'MemberRemoved',
    ],
  },
  'invitation.accept': {
    description: 'accepting an invitation',
    audience: ['PUBLIC'],
    covers: ['Query.invitation', 'InvitationOffer', 'Mutation.acceptInvitation'],
  },
});
