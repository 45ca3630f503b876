import { LinkSlackUserDocument, SlackLinkOfferDocument } from '../../gql/graphql.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { useForm } from '../settings/use-form.ts';

interface LinkOfferProps {
  code: string;
  onDone: () => void;
}

/** Who a link from Slack is about, and whether that is you. Nothing is linked by opening it. */
export function LinkOffer({ code, onDone }: LinkOfferProps) {
  const run = useRun();
  const [result, refresh] = useGraph(SlackLinkOfferDocument, { code });
  const { busy, problem, send } = useForm([]);
  const link = async () => {
    const linked = await send(run(LinkSlackUserDocument, { code }), (given) => given.linkSlackUser);
    if (!linked) return;
    notify('success', `${linked.slackUser.name} is you now.`, 'Press the button in Slack once more.');
    onDone();
  };
  const offer = result.state === 'ready' ? result.data.slackLinkOffer : null;
  return (
    <Panel title="Is this you?">
      {result.state === 'loading' ? <Loading label="Looking who asks" lines={2} /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {result.state === 'ready' && !offer ? (
        <p data-slack-offer="gone">
          This link works no longer. Press the button in Slack again, and follow the new one within a quarter of an hour.
        </p>
      ) : null}
      {offer ? (
        <div className="grid gap-4" data-slack-offer="here">
          {problem ? <ProblemNote problem={problem} /> : null}
          <p>
            <strong dir="auto">{offer.name}</strong> ({offer.slackUserId}) in Slack wants to decide approvals in your name. Say yes only if
            you pressed the button yourself a moment ago.
          </p>
          <div className="flex flex-wrap gap-2">
            <Button look="primary" busy={busy} onClick={() => void link()}>
              Yes, this is me
            </Button>
            <Button onClick={onDone}>No</Button>
          </div>
        </div>
      ) : null}
    </Panel>
  );
}
