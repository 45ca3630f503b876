import type { FindingUnit, Link, Proposal } from './report.ts';

/** A proposal to open a ticket for a person. */
export function ticketAbout(about: {
  intent: string;
  title: string;
  text: string;
  benefit?: { value: number; unit: FindingUnit } | null;
  touches?: number | null;
  links: readonly Link[];
}): Proposal {
  const { intent, title, text, benefit = null, touches = null, links } = about;
  const pointers = links.map(({ kind, label }) => `${kind.toLowerCase().replaceAll('_', ' ')}: ${label}`);
  return {
    action: 'TICKET',
    intent,
    benefit,
    touches,
    reversible: true,
    payload: { title: title.slice(0, 200), text: [text, ...pointers].join('\n').slice(0, 4_000) },
  };
}
