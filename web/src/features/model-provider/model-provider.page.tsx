import { useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import {
  ModelProviderDocument,
  RemoveModelProviderDocument,
  SetModelProviderDocument,
  TestModelProviderDocument,
} from '../../gql/graphql.ts';
import type { ModelProviderFieldsFragment } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Page, Panel } from '../../ui/page.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';

function Form({ provider, refresh }: { provider: ModelProviderFieldsFragment | null; refresh: () => void }) {
  const run = useRun();
  const own = provider?.origin === 'OWN' ? provider : null;
  const [baseUrl, setBaseUrl] = useState(own?.baseUrl ?? '');
  const [models, setModels] = useState(own?.models.join(', ') ?? '');
  const [apiKey, setApiKey] = useState('');
  const [inputPrice, setInputPrice] = useState(own?.inputPrice?.toString() ?? '');
  const [outputPrice, setOutputPrice] = useState(own?.outputPrice?.toString() ?? '');
  const [busy, setBusy] = useState<'none' | 'save' | 'test' | 'remove'>('none');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tested, setTested] = useState<{ works: boolean; text: string } | null>(null);
  const save = async () => {
    setBusy('save');
    setProblem(null);
    const named = models.split(',').flatMap((each) => (each.trim() === '' ? [] : [each.trim()]));
    const prices = { inputPrice: priceOf(inputPrice), outputPrice: priceOf(outputPrice) };
    const outcome = await run(SetModelProviderDocument, {
      input: { baseUrl: baseUrl.trim(), models: named, apiKey: apiKey || null, ...prices },
    });
    setBusy('none');
    if (!outcome.ok) return setProblem(outcome.problem);
    const result = outcome.data.setModelProvider;
    if (result.__typename === 'InputRefused') return setProblem(problemOfRefusal(result.problems));
    setApiKey('');
    refresh();
    return notify('success', 'The model is set', 'It proposes readings of questions; answers are still worked out and checked here.');
  };
  const test = async () => {
    setBusy('test');
    setTested(null);
    const outcome = await run(TestModelProviderDocument, {});
    setBusy('none');
    if (!outcome.ok) return setProblem(outcome.problem);
    return setTested(outcome.data.testModelProvider);
  };
  const remove = async () => {
    setBusy('remove');
    const outcome = await run(RemoveModelProviderDocument, {});
    setBusy('none');
    refresh();
    if (!outcome.ok) return setProblem(outcome.problem);
    return notify('success', 'The model is taken away', 'Questions are read without one.');
  };
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="Address"
          name="baseUrl"
          type="url"
          required
          hint="Any endpoint that speaks OpenAI’s API: https://…/v1"
          value={baseUrl}
          onChange={(event) => setBaseUrl(event.target.value)}
        />
        <Field
          label="Models"
          name="models"
          required
          hint="Between commas; the next is asked when one fails"
          value={models}
          onChange={(event) => setModels(event.target.value)}
        />
        <PasswordField
          label="Key"
          name="apiKey"
          autoComplete="off"
          hint={own ? 'Kept sealed; empty keeps the one there is' : 'Kept sealed; nobody sees it again'}
          value={apiKey}
          onChange={(event) => setApiKey(event.target.value)}
        />
        <Field
          label="Price of what it reads"
          name="inputPrice"
          type="number"
          min={0}
          step="any"
          hint="Dollars for a million tokens; agents’ budgets count with it"
          value={inputPrice}
          onChange={(event) => setInputPrice(event.target.value)}
        />
        <Field
          label="Price of what it writes"
          name="outputPrice"
          type="number"
          min={0}
          step="any"
          hint="Dollars for a million tokens; of the dearest model"
          value={outputPrice}
          onChange={(event) => setOutputPrice(event.target.value)}
        />
      </div>
      {problem ? <ProblemNote problem={problem} /> : null}
      {tested ? (
        <p role="status" data-model-tested={tested.works} className="flex flex-wrap items-center gap-2">
          <Badge tone={tested.works ? 'good' : 'bad'}>{tested.works ? 'it answers' : 'it does not answer'}</Badge> {tested.text}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={busy === 'save'}>
          Set it
        </Button>
        {provider ? (
          <Button busy={busy === 'test'} onClick={() => void test()}>
            Try it
          </Button>
        ) : null}
        {own ? (
          <Button look="danger" busy={busy === 'remove'} onClick={() => void remove()}>
            Take it away
          </Button>
        ) : null}
      </div>
    </form>
  );
}

/** Dollars, as they are typed; empty: nobody says. */
function priceOf(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}

/** Settings: which language model proposes readings of questions beside our own; none by default. */
export default function ModelProviderPage() {
  const may = useMay('models.write');
  const [result, refresh] = useGraph(ModelProviderDocument, {});
  const provider = result.state === 'ready' ? result.data.modelProvider : null;
  return (
    <Page
      title="Language model"
      intro="Questions are answered without one. With one, it proposes how to read a question, and explains and plans for agents; what it proposes is checked like anything else, and personal data never leaves."
    >
      {result.state === 'loading' ? <Loading label="Loading the language model" /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {result.state === 'ready' ? (
        <Panel title="Which model is asked">
          <div className="grid gap-4">
            {provider ? (
              <p data-model-origin={provider.origin}>
                {provider.models.join(', ')}{' '}
                <span className="text-sm text-muted">
                  {provider.origin === 'OWN' ? 'your own' : 'as the server is set up'}
                  {provider.updatedAt ? `, set ${formatMoment(provider.updatedAt)}` : ''}
                </span>
              </p>
            ) : (
              <p className="text-muted">None.</p>
            )}
            {may ? (
              <Form key={provider?.updatedAt ?? ''} provider={provider} refresh={refresh} />
            ) : (
              <p className="text-sm text-muted">Your role may not change this.</p>
            )}
          </div>
        </Panel>
      ) : null}
    </Page>
  );
}
