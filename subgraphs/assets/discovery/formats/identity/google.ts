import { momentOf, type Raw, textOf } from '../../snapshot/fields.ts';
import { type JsonFormat, one } from '../format.ts';
import { at, isObject, listAt, objectAt, objectsAt, textsAt } from '../json/values.ts';
import { type Entry, identity, observed, type Outcome, refused, type Said, saying, silent } from '../outcome.ts';

const ACTIVITY = 'admin#reports#activity';
const TOKEN = 'admin#directory#token';

const isActivity = (value: unknown): boolean =>
  at(value, 'kind') === ACTIVITY || (Array.isArray(at(value, 'events')) && typeof at(value, 'id', 'applicationName') === 'string');
const isToken = (value: unknown): boolean =>
  at(value, 'kind') === TOKEN || (typeof at(value, 'displayText') === 'string' && Array.isArray(at(value, 'scopes')));

/** Google Workspace: audit logs of OAuth tokens and SAML log-ins, and the tokens that people gave out. */
export const googleWorkspace: JsonFormat = {
  kind: 'JSON',
  code: 'GOOGLE_WORKSPACE',
  title: 'Google Workspace (token and SAML audit activities, OAuth tokens with their scopes)',
  lists: (beginning) => {
    if (['admin#reports#activities', 'admin#directory#tokenList'].includes(String(at(beginning, 'kind')))) return ['items'];
    const [list, first] = Array.isArray(beginning) ? ['', beginning[0] as unknown] : ['items', listAt(beginning, 'items')[0]];
    if (isActivity(first) || isToken(first)) return [list];
    return isActivity(beginning) || isToken(beginning) ? [''] : null;
  },
  read: (element) => {
    if (!isObject(element)) return one(null, refused('NOT_AN_OBJECT'));
    return isActivity(element) ? ofActivity(element) : one(idOf(element), ofToken(element));
  },
};

const idOf = (token: Raw): string =>
  [textOf(token, 'userKey'), textOf(token, 'clientId', 'displayText')].filter((part) => part !== null).join(' ');

function ofToken(token: Raw): Outcome {
  const grant = { provider: 'google', scopes: textsAt(token, 'scopes'), to: textOf(token, 'userKey') };
  return saying(observed('oauth_grant', null, { name: textOf(token, 'displayText'), host: webClientOf(token), details: { grant } }));
}

/** Clients that are not registered with Google are their own domain. */
const webClientOf = (token: Raw): string | null => {
  const client = textOf(token, 'clientId');
  return client !== null && !client.endsWith('googleusercontent.com') && /^[^\s/]+\.[a-z]{2,}$/i.test(client) ? client : null;
};

/** An activity is one record, with one or more events. */
function ofActivity(activity: Raw): readonly Entry[] {
  const id = objectAt(activity, 'id');
  const key = [textOf(id, 'time'), textOf(id, 'uniqueQualifier')].filter((part) => part !== null).join(' ');
  const outcomes = objectsAt(activity, 'events').map((event) =>
    ofEvent(event, momentOf(id, 'time'), textOf(objectAt(activity, 'actor'), 'email')),
  );
  const said: readonly Said[] = outcomes.flatMap((outcome) => (outcome.kind === 'EVIDENCE' ? outcome.said : []));
  return one(key === '' ? null : key, said.length > 0 ? saying(...said) : (outcomes[0] ?? silent('NO_APPLICATION')));
}

function ofEvent(event: Raw, when: number | null, user: string | null): Outcome {
  const parameters = new Map(objectsAt(event, 'parameters').map((each) => [textOf(each, 'name'), each]));
  const said = (name: string): string | null => textOf(parameters.get(name) ?? {}, 'value');
  const called = textOf(event, 'name');
  if (called === 'login_success' || called === 'login_failure') {
    const name = said('application_name');
    if (called === 'login_failure') return silent('FAILED');
    return name === null
      ? silent('NO_APPLICATION')
      : saying(
          identity({ name, hasSso: true, lastLoginAt: when, details: { user, relations: [{ kind: 'AUTHENTICATES_WITH', to: 'Google' }] } }),
        );
  }
  if (called === 'revoke') return silent('REVOKED');
  const name = said('app_name') ?? said('client_id');
  if (name === null) return silent('NO_APPLICATION');
  const scopes = [...textsAt(parameters.get('scope'), 'multiValue'), ...textsAt(parameters.get('scope'), 'value')];
  const grant = scopes.length === 0 ? null : { provider: 'google', scopes, to: user };
  return saying(observed('oauth_grant', when, { name, details: { user, grant } }));
}
