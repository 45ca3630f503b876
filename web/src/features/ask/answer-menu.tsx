import { BadgeCheck, Database, Image, LayoutDashboard, ListTree, Sheet, SquareTerminal } from 'lucide-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { AskDocument } from '../../gql/graphql.ts';
import type { AnswerFieldsFragment, Persona } from '../../gql/graphql.ts';
import { downloadCsv } from '../../ui/csv.ts';
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { notify } from '../../ui/notify.ts';
import { downloadPng } from '../../ui/png.ts';
import { makePath } from '../dashboards/addresses.ts';

interface AnswerMenuProps {
  trigger: ReactNode;
  answer: AnswerFieldsFragment;
  persona: Persona | null;
}

/** The playground with the operation that this page asked, ready to run. */
function playgroundPath(answer: AnswerFieldsFragment, persona: Persona | null): string {
  const query = AskDocument.toString();
  const variables = JSON.stringify({ question: answer.readAs ?? answer.question, persona, after: null });
  return `/playground?${new URLSearchParams({ query, variables }).toString()}`;
}

async function picture(question: string): Promise<void> {
  const panel = document.querySelector<HTMLElement>('section[aria-label="Answer"]');
  if (!panel) return;
  try {
    await downloadPng(panel, question);
  } catch {
    notify('error', 'The picture could not be made', 'Copy the answer as text, or take its table as CSV.');
  }
}

async function copied(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify('success', `${what} is copied`);
  } catch {
    notify('error', 'The browser does not let this page copy', 'Open it below the answer and copy it by hand.');
  }
}

/** All that an answer can become: a file, a dashboard, an operation to run again. */
export default function AnswerMenu({ trigger, answer, persona }: AnswerMenuProps) {
  const navigate = useNavigate();
  const question = answer.readAs ?? answer.question;
  const columns = answer.columns.map(({ label }) => label);
  return (
    <Menu label="More to do with this answer" trigger={trigger}>
      <MenuItem icon={LayoutDashboard} onSelect={() => void navigate(makePath(question, persona))}>
        Open as a dashboard
      </MenuItem>
      <MenuItem icon={SquareTerminal} onSelect={() => window.location.assign(playgroundPath(answer, persona))}>
        Open in the playground
      </MenuItem>
      <MenuLine />
      <MenuItem
        icon={Sheet}
        onSelect={() =>
          downloadCsv(
            question,
            columns,
            answer.rows.map((row) => row ?? []),
          )
        }
      >
        Rows as CSV
      </MenuItem>
      <MenuItem icon={Image} onSelect={() => void picture(question)}>
        Answer as a picture
      </MenuItem>
      <MenuItem icon={Database} onSelect={() => void copied(answer.sql, 'The SQL')}>
        Copy the SQL
      </MenuItem>
      <MenuItem icon={ListTree} onSelect={() => void copied(JSON.stringify(answer.plan.json, null, 2), 'The plan')}>
        Copy the plan
      </MenuItem>
      <MenuLine />
      <MenuItem icon={BadgeCheck} onSelect={() => void navigate('/business-metrics/verified-answers')}>
        All verified answers
      </MenuItem>
    </Menu>
  );
}
