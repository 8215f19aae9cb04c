import { z } from 'zod';

/** What a field of the form is: made from the JSON Schema of the page's kind. */
export interface FormField {
  /** The key in the page, or nothing for an item of a list. */
  readonly name: string;
  readonly title: string;
  readonly hint: string;
  readonly required: boolean;
  readonly shape: FieldShape;
}

export type FieldShape =
  | { readonly kind: 'line' | 'text'; readonly longest?: number }
  | { readonly kind: 'number'; readonly whole: boolean }
  | { readonly kind: 'boolean' | 'date' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'list'; readonly item: FormField }
  | { readonly kind: 'group'; readonly fields: readonly FormField[] }
  | { readonly kind: 'variants'; readonly variants: readonly FormField[] }
  /** What no field can hold: it is written as YAML. */
  | { readonly kind: 'yaml' };

/** As much of JSON Schema as `z.toJSONSchema` gives. */
interface JsonSchema {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly type?: string | undefined;
  readonly format?: string | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly items?: JsonSchema | undefined;
  readonly anyOf?: readonly JsonSchema[] | undefined;
}

const jsonSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.object({
    title: z.string().optional(),
    description: z.string().optional(),
    type: z.string().optional().catch(undefined),
    format: z.string().optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    properties: z.record(z.string(), jsonSchema).optional(),
    required: z.array(z.string()).optional(),
    items: jsonSchema.optional().catch(undefined),
    anyOf: z.array(jsonSchema).optional(),
  }),
);

/** Texts that may be longer than this get a field of several lines. */
const lineLength = 140;

/** The fields of a page's form; none for a schema that is not one of an object. */
export function formFields(schema: unknown): readonly FormField[] {
  const read = jsonSchema.safeParse(schema);
  return read.success && read.data.properties ? groupFields(read.data) : [];
}

function groupFields({ properties = {}, required = [] }: JsonSchema): FormField[] {
  return (
    Object.entries(properties)
      // A field with one value only follows from the file's place: there is nothing to choose.
      .filter(([, inner]) => inner.const === undefined || inner.const === true)
      .map(([name, inner]) => fieldOf(name, inner, required.includes(name)))
  );
}

function fieldOf(name: string, schema: JsonSchema, required: boolean): FormField {
  const { title = name, description = '' } = schema;
  return { name, title, hint: description, required, shape: shapeOf(schema) };
}

function shapeOf(schema: JsonSchema): FieldShape {
  const { type, anyOf, items, format, maxLength, minLength = 0 } = schema;
  if (schema.const === true) return { kind: 'boolean' };
  if (schema.enum?.every((option) => typeof option === 'string'))
    return { kind: 'choice', options: schema.enum.map(String) };
  if (anyOf) return variantsOf(anyOf);
  if (type === 'string' && format === 'date') return { kind: 'date' };
  if (type === 'string') {
    const kind = minLength >= 10 || (maxLength ?? 0) > lineLength ? 'text' : 'line';
    return maxLength === undefined ? { kind } : { kind, longest: maxLength };
  }
  if (type === 'number' || type === 'integer') return { kind: 'number', whole: type === 'integer' };
  if (type === 'boolean') return { kind: 'boolean' };
  if (type === 'array' && items) return { kind: 'list', item: fieldOf('', items, true) };
  if (type === 'object' && schema.properties) return { kind: 'group', fields: groupFields(schema) };
  return { kind: 'yaml' };
}

/** Ways of writing one value: those of objects are chosen between, others are left to YAML. */
function variantsOf(variants: readonly JsonSchema[]): FieldShape {
  const objects = variants.filter(({ properties }) => properties !== undefined);
  if (objects.length < 2 || objects.length < variants.length) return { kind: 'yaml' };
  return { kind: 'variants', variants: objects.map((variant) => fieldOf('', variant, true)) };
}

/** Which way of writing a value follows: the first that has all of its necessary fields, or most of them. */
export function variantOf(variants: readonly FormField[], value: unknown): number {
  const written = new Set(typeof value === 'object' && value !== null ? Object.keys(value) : []);
  const fits = variants.map(({ shape }) =>
    shape.kind === 'group'
      ? shape.fields.filter(({ name, required }) => required && written.has(name)).length
      : 0,
  );
  return fits.indexOf(Math.max(...fits));
}

/** What a field holds that has just been added. */
export function emptyValue({ shape }: FormField): unknown {
  switch (shape.kind) {
    case 'list':
      return [];
    case 'group':
      return Object.fromEntries(
        shape.fields.filter(({ required }) => required).map((field) => [field.name, emptyValue(field)]),
      );
    case 'variants':
      return shape.variants[0] ? emptyValue(shape.variants[0]) : {};
    case 'boolean':
      return false;
    case 'choice':
      return shape.options[0] ?? '';
    default:
      return '';
  }
}
