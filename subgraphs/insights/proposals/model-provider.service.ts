import { LRUCache } from 'lru-cache';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { LanguageModel } from '../../kernel/llm/language-model.ts';
import { llmErrors } from '../../kernel/llm/llm.errors.ts';
import { createOpenAiModel } from '../../kernel/llm/openai-model.ts';
import { outboundRules } from '../../kernel/outbound/allowed-address.ts';
import { allowedService, guardedFetch } from '../../kernel/outbound/guarded-fetch.ts';
import type { System } from '../../kernel/system.ts';
import { openSecret, sealSecret, type SecretContext } from '../../kernel/vault/vault.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { ModelProviderRow } from './model-provider.entity.ts';
import type { ModelProvider, ModelProviderInput } from './model-provider.type.ts';

/** What the key to a company’s own model is sealed for. */
export const MODEL_PROVIDER_PURPOSE = 'model-provider';
const MAX_CHARACTERS = 500;
const MAX_MODELS = 4;
const MAX_TENANTS = 1_000;
/** How long another process’s change may go unnoticed. */
const KNOWN_MS = 10_000;
/** Dollars for a million tokens. */
const MAX_PRICE = 10_000;

/** The model that is asked for a company. */
export interface TenantModel {
  model: LanguageModel;
  origin: ModelProvider['origin'];
  prices: ModelPrices;
}

/** Dollars for a million tokens; null: nobody has said. */
export interface ModelPrices {
  input: number | null;
  output: number | null;
}

const UNPRICED: ModelPrices = { input: null, output: null };

const contextOf = (tenantId: string): SecretContext => ({ tenantId, purpose: MODEL_PROVIDER_PURPOSE });
const invalid = (reason: string, field: string): InputProblem => inputProblem(llmErrors.MODEL_PROVIDER_INVALID({ reason }), field);

/** Which language model is asked for whom: a company’s own, the server’s, or none. */
export class ModelProviderService {
  readonly #system: System;
  readonly #server: TenantModel | null;
  /** With the breaker of each service: it is kept for as long as nothing about it changes. */
  readonly #own = new LRUCache<string, TenantModel>({ max: MAX_TENANTS });
  readonly #known = new LRUCache<string, { model: TenantModel | null }>({ max: MAX_TENANTS, ttl: KNOWN_MS });

  constructor(system: System) {
    this.#system = system;
    const { languageModel } = system.config;
    this.#server = languageModel === null ? null : { model: createOpenAiModel(languageModel), origin: 'SERVER', prices: UNPRICED };
  }

  /** The model to ask; null where there is none. */
  async modelOf(tenantId: string): Promise<TenantModel | null> {
    const known = this.#known.get(tenantId);
    if (known !== undefined) return known.model;
    const row = await this.#rowOf(tenantId);
    const model = row === null ? this.#server : this.#modelOf(row);
    this.#known.set(tenantId, { model });
    return model;
  }

  /** What is set; null: nothing. */
  async read({ tenantId }: Pick<UserViewer, 'tenantId'>): Promise<ModelProvider | null> {
    const row = await this.#rowOf(tenantId);
    if (row !== null) return shown(row);
    const { languageModel } = this.#system.config;
    return languageModel === null
      ? null
      : {
          id: 'server',
          origin: 'SERVER',
          baseUrl: null,
          models: [...languageModel.models],
          inputPrice: null,
          outputPrice: null,
          updatedAt: null,
        };
  }

  /** Sets a company’s own. @returns what is set, or everything that has to be corrected */
  async set({ tenantId, userId }: UserViewer, input: ModelProviderInput): Promise<ModelProvider | InputProblem[]> {
    const before = await this.#rowOf(tenantId);
    const baseUrl = input.baseUrl.trim().replace(/\/+$/u, '');
    const models = [...new Set(input.models.map((model) => model.trim()))];
    // A key is for the address it was given for: nobody can have it sent elsewhere.
    const kept = before?.baseUrl === baseUrl ? openSecret(before.sealedKey, this.#system.secrets.vault, contextOf(tenantId)) : null;
    const apiKey = input.apiKey?.trim() ?? kept ?? '';
    const problems = [...(await this.#addressProblems(baseUrl)), ...problemsOf(models, apiKey), ...priceProblems(input)];
    if (problems.length > 0) return problems;
    const fields = {
      baseUrl,
      models,
      inputPrice: input.inputPrice ?? null,
      outputPrice: input.outputPrice ?? null,
      sealedKey: sealSecret(apiKey, this.#system.secrets.vault, contextOf(tenantId)),
      setBy: userId,
      updatedAt: this.#system.clock(),
    };
    const row = await this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const there = await em.findOne(ModelProviderRow, { tenantId });
      return there === null ? em.create(ModelProviderRow, { tenantId, ...fields }) : Object.assign(there, fields);
    });
    this.#known.delete(tenantId);
    return shown(row);
  }

  /** @returns whether there was anything to remove */
  async remove({ tenantId }: UserViewer): Promise<boolean> {
    const removed = await this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const row = await em.findOne(ModelProviderRow, { tenantId });
      if (row !== null) em.remove(row);
      return row !== null;
    });
    this.#known.delete(tenantId);
    return removed;
  }

  async #addressProblems(baseUrl: string): Promise<InputProblem[]> {
    const url = baseUrl.length <= MAX_CHARACTERS && URL.canParse(baseUrl) ? new URL(baseUrl) : null;
    if (url === null || !/^https?:$/u.test(url.protocol) || url.username !== '' || url.search !== '' || url.hash !== '')
      return [invalid('The address is one of https, without a user, a query or a fragment.', 'baseUrl')];
    try {
      await allowedService(url, outboundRules(this.#system));
      return [];
    } catch (error) {
      if (error instanceof DomainError) return [inputProblem(error, 'baseUrl')];
      throw error;
    }
  }

  #modelOf(row: ModelProviderRow): TenantModel {
    const { tenantId, baseUrl, models, updatedAt } = row;
    const key = `${tenantId} ${updatedAt.getTime()}`;
    const kept = this.#own.get(key);
    if (kept !== undefined) return kept;
    const apiKey = openSecret(row.sealedKey, this.#system.secrets.vault, contextOf(tenantId));
    const model = createOpenAiModel({ apiKey, baseUrl, models, fetch: guardedFetch(outboundRules(this.#system)) });
    const made: TenantModel = { model, origin: 'OWN', prices: { input: row.inputPrice ?? null, output: row.outputPrice ?? null } };
    this.#own.set(key, made);
    return made;
  }

  #rowOf(tenantId: string): Promise<ModelProviderRow | null> {
    return this.#system.database.unitOfWork(tenantId, ({ em }) => em.findOne(ModelProviderRow, { tenantId }));
  }
}

const shown = ({ tenantId, baseUrl, models, inputPrice, outputPrice, updatedAt }: ModelProviderRow): ModelProvider => ({
  id: tenantId,
  origin: 'OWN',
  baseUrl,
  models,
  inputPrice: inputPrice ?? null,
  outputPrice: outputPrice ?? null,
  updatedAt,
});

function problemsOf(models: readonly string[], apiKey: string): InputProblem[] {
  const named =
    models.length >= 1 && models.length <= MAX_MODELS && models.every((model) => model !== '' && model.length <= MAX_CHARACTERS);
  const keyed = /^[\u0021-\u007e]+$/u.test(apiKey) && apiKey.length <= MAX_CHARACTERS;
  return [
    ...(named ? [] : [invalid(`There are 1 to ${MAX_MODELS} models, each with a name.`, 'models')]),
    ...(keyed ? [] : [invalid('The key has letters, digits and signs without spaces; a new address needs it anew.', 'apiKey')]),
  ];
}

function priceProblems(input: ModelProviderInput): InputProblem[] {
  return (['inputPrice', 'outputPrice'] as const).flatMap((field) => {
    const price = input[field] ?? 0;
    return price >= 0 && price <= MAX_PRICE ? [] : [invalid(`A price is between 0 and ${MAX_PRICE} dollars for a million tokens.`, field)];
  });
}
