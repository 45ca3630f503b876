import type { Severity } from '../kinds.ts';
import { BUTTONS } from './press.ts';

const COLOURS: Readonly<Record<Severity, string>> = { INFO: '#64748b', ATTENTION: '#d97706', URGENT: '#dc2626' };
/** What a confirmation may say; Slack takes 300. */
const MAX_CONFIRM_CHARACTERS = 280;

/** What an approval asks, as Slack shows it. */
export interface Question {
  title: string;
  body: string;
  /** Where it is decided with all there is to know. */
  url: string;
}

/** Something that people are told, without anything to press. */
export function noticeMessage({ title, body, url }: { title: string; body: string; url: string | null }, severity: Severity): object {
  const text = [`*${plain(title)}*`, plain(body), ...(url === null ? [] : [`<${url}|Open in AutonomOS>`])].join('\n');
  return { text: plain(title), attachments: [{ color: COLOURS[severity], text, mrkdwn_in: ['text'] }] };
}

/**
 * An approval that waits. @param approvalId what the buttons decide; null: there is only one, which leads to where it is decided, because nobody would
 * hear that others were pressed
 */
export function questionMessage(question: Question, approvalId: string | null, severity: Severity): object {
  const leads = button('Decide in AutonomOS', { url: question.url, ...(approvalId === null ? { style: 'primary' } : {}) });
  const elements =
    approvalId === null
      ? [leads]
      : [
          button('Approve', {
            style: 'primary',
            action_id: BUTTONS.APPROVE,
            value: approvalId,
            confirm: confirmation('Approve?', question),
          }),
          button('Reject', { style: 'danger', action_id: BUTTONS.REJECT, value: approvalId }),
          leads,
        ];
  return inAttachment(question.title, COLOURS[severity], [asked(question), { type: 'actions', elements }]);
}

/** What takes the place of an approval that waits no longer. @param outcome such as `Approved by Ada` */
export function decidedMessage(question: Question, outcome: string): object {
  const context = { type: 'context', elements: [{ type: 'mrkdwn', text: `${plain(outcome)} · <${question.url}|Open in AutonomOS>` }] };
  return { replace_original: true, ...inAttachment(question.title, COLOURS.INFO, [asked(question), context]) };
}

/** Something for whoever pressed, and for nobody else. @param link where they go on */
export function whisper(text: string, link: { url: string; label: string } | null = null): object {
  const leads = link === null ? '' : `\n<${link.url}|${plain(link.label)}>`;
  return { response_type: 'ephemeral', replace_original: false, text: `${plain(text)}${leads}` };
}

function inAttachment(title: string, color: string, blocks: readonly object[]): object {
  return { text: plain(title), attachments: [{ color, fallback: plain(title), blocks }] };
}

function asked({ title, body }: Question): object {
  return { type: 'section', text: { type: 'mrkdwn', text: `*${plain(title)}*\n${plain(body)}` } };
}

function button(label: string, more: object): object {
  return { type: 'button', text: { type: 'plain_text', text: label }, ...more };
}

function confirmation(title: string, { body }: Question): object {
  const text = (part: string): object => ({ type: 'plain_text', text: part });
  return {
    title: text(title),
    text: text(body.slice(0, MAX_CONFIRM_CHARACTERS) || title),
    confirm: text('Approve'),
    deny: text('Not yet'),
  };
}

/** Text in which Slack sees no link and no mention; what it takes for control characters is escaped as it asks. */
function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
