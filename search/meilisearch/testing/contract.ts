import { existsSync, readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const file = new URL('../../../../shared/data/meilisearch-openapi.json', import.meta.url);

/** Checks requests and responses against Meilisearch's own description of its API. */
export interface Contract {
  /** What is wrong with a request body, or nothing. */
  request(method: string, path: string, body: unknown): string[];
  /** What is wrong with an answer, or nothing. */
  response(method: string, path: string, status: number, body: unknown): string[];
}

type Json = { readonly [name: string]: Json } | readonly Json[] | string | number | boolean | null;

/** The description, when it is there: it is kept outside of the project. */
export function openContract(): Contract | undefined {
  if (!existsSync(file)) return undefined;
  const description: Json = JSON.parse(readFileSync(file, 'utf8'));
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  addFormats(ajv, { mode: 'full' });
  // Numbers and formats of OpenAPI that JSON Schema does not know.
  for (const format of ['u-int8', 'u-int16', 'u-int32', 'u-int64']) ajv.addFormat(format, true);
  ajv.addSchema(description as object, 'meilisearch');
  const templates = Object.keys(at(description, 'paths') ?? {});
  const validate = (pointer: readonly string[], value: unknown): string[] => {
    if (at(description, ...pointer) === undefined) return [`${pointer.join(' ')} is not described`];
    const path = pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')));
    const check = ajv.getSchema(`meilisearch#/${path.join('/')}`);
    if (check === undefined) return [`${pointer.join(' ')} has no schema`];
    if (check(value)) return [];
    return (check.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
    );
  };
  const templateOf = (path: string) =>
    templates.find((template) => new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(path)) ??
    path;
  return {
    request(method, path, body) {
      if (body === undefined) return [];
      const operation = ['paths', templateOf(path), method.toLowerCase()];
      return validate([...operation, 'requestBody', 'content', 'application/json', 'schema'], body);
    },
    response(method, path, status, body) {
      if (status === 204) return [];
      const operation = ['paths', templateOf(path), method.toLowerCase()];
      // The description names the errors of few calls; all have one form.
      if (status >= 400) return validate(['components', 'schemas', 'ResponseError'], body);
      return validate(
        [...operation, 'responses', String(status), 'content', 'application/json', 'schema'],
        body,
      );
    },
  };
}

function at(json: Json, ...path: readonly string[]): Json | undefined {
  let here: Json | undefined = json;
  for (const part of path) {
    if (typeof here !== 'object' || here === null || Array.isArray(here)) return undefined;
    here = (here as { readonly [name: string]: Json })[part];
  }
  return here;
}
