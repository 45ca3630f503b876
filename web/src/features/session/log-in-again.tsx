import { LogOut } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { SwitchWorkspaceDocument } from '../../gql/graphql.ts';
import type { SessionFieldsFragment, ViewerFieldsFragment } from '../../gql/graphql.ts';
import { askAs } from '../../graph/ask-as.ts';
import { useSession } from '../../graph/session.tsx';
import { Button } from '../../ui/button.tsx';
import { keepDeviceProof } from './device-proof.ts';
import { PasswordStep } from './password-step.tsx';
import { SecondFactorStep } from './second-factor-step.tsx';

/** The session of a new log-in, in the workspace in which the page is; somebody else's, or one without that workspace, as it is. */
async function inWorkspace(opened: SessionFieldsFragment, { tenant }: ViewerFieldsFragment): Promise<SessionFieldsFragment> {
  if (opened.viewer.tenant.id === tenant.id) return opened;
  const entered = await askAs(opened.token, SwitchWorkspaceDocument, { tenantId: tenant.id });
  return entered?.switchWorkspace.__typename === 'Session' ? entered.switchWorkspace : opened;
}

/** Over a page whose session has ended by itself: whoever was there logs in and goes on; what they had entered is still there. */
export default function LogInAgain({ viewer }: { viewer: ViewerFieldsFragment }) {
  const { open, takeUp, close } = useSession();
  const { pathname, search } = useLocation();
  const [step, setStep] = useState<{ email: string; challenge: string } | null>(null);
  const enter = async (email: string, opened: SessionFieldsFragment) => {
    keepDeviceProof(email, opened.deviceProof);
    const here = await inWorkspace(opened, viewer);
    const same = here.viewer.user.id === viewer.user.id && here.viewer.tenant.id === viewer.tenant.id;
    (same ? takeUp : open)(here);
  };
  return (
    <Dialog.Root open>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-60 bg-scrim backdrop-blur-sm" />
        <Dialog.Content
          data-log-in-again
          className="panel rise scroll-thin fixed inset-x-3 top-[10vh] z-60 mx-auto grid max-h-[84dvh] max-w-[420px] gap-5 overflow-y-auto p-6 shadow-raised sm:p-8"
        >
          <div className="grid gap-1">
            <Dialog.Title className="text-lg font-semibold tracking-tight">Your session has ended</Dialog.Title>
            <Dialog.Description className="text-muted">
              Log in as {viewer.user.email} to go on where you are. Nothing you entered is lost.
            </Dialog.Description>
          </div>
          {step ? (
            <SecondFactorStep
              challenge={step.challenge}
              onOpened={(opened) => void enter(step.email, opened)}
              onBack={() => setStep(null)}
            />
          ) : (
            <PasswordStep
              email={viewer.user.email}
              returnTo={pathname + search}
              onOpened={(email, opened) => void enter(email, opened)}
              onChallenge={(email, challenge) => setStep({ email, challenge })}
            />
          )}
          <Button look="quiet" className="justify-self-start" onClick={() => close()}>
            <LogOut aria-hidden size={15} /> Leave this page
          </Button>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
