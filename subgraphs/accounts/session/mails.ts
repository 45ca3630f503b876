import type { Mail } from '../../kernel/mail/mail.ts';

/** What is written to people. Codes stand in the fragment of an address, which reaches no server's log. */
export const mails = {
  passwordReset: (to: string, d: { publicUrl: string; code: string; minutes: number }): Mail => ({
    to,
    subject: 'A new password for AutonomOS',
    text: [
      'Somebody, hopefully you, asked for a new password for this address.',
      `Choose one here within ${d.minutes} minutes; the address works once:`,
      `${d.publicUrl}/reset-password#${d.code}`,
      'You will be logged out everywhere. If it was not you, do nothing: your password stays as it is.',
    ].join('\n\n'),
  }),
  passwordChanged: (to: string, d: { publicUrl: string }): Mail => ({
    to,
    subject: 'Your password for AutonomOS was changed',
    text: [
      'The password of your account was changed just now, and other sessions were logged out.',
      `If it was not you, ask for a new one at once: ${d.publicUrl}/forgot-password`,
    ].join('\n\n'),
  }),
  invitation: (to: string, d: { publicUrl: string; code: string; tenant: string; inviter: string; days: number }): Mail => ({
    to,
    subject: 'An invitation to AutonomOS',
    text: [
      `${d.inviter} invites you to join "${d.tenant}" on AutonomOS.`,
      `Accept within ${d.days} days; the address works once:`,
      `${d.publicUrl}/invitation#${d.code}`,
      'If you do not know what this is about, do nothing.',
    ].join('\n\n'),
  }),
} as const;
