import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pageSchemas } from '#knowledge';
import { itemName } from './field-names.ts';
import { emptyValue, type FormField, formFields, variantOf } from './schema-fields.ts';

const fieldsOf = (schema: z.ZodType) => formFields(z.toJSONSchema(schema, { io: 'input' }));
const named = (fields: readonly FormField[], name: string) => {
  const found = fields.find((field) => field.name === name);
  if (!found) throw new Error(name);
  return found;
};

/** All fields of a form, those inside others too. */
function allFields(fields: readonly FormField[]): FormField[] {
  return fields.flatMap((field) => {
    const { shape } = field;
    if (shape.kind === 'list') return [field, ...allFields([shape.item]).filter(({ name }) => name !== '')];
    if (shape.kind === 'group') return [field, ...allFields(shape.fields)];
    if (shape.kind === 'variants') return [field, ...allFields(shape.variants)];
    return [field];
  });
}

it('7: a closed item of a list is called by what it is about', () => {
  const references = { act: [{ id: 'fz-59', title: 'Закон № 59-ФЗ' }] };
  expect(itemName({ act: 'fz-59', clause: 'ст. 12' }, references)).toBe('Закон № 59-ФЗ, ст. 12');
  expect(itemName({ id: 'topic', kind: 'question', title: 'О чём приём' }, references)).toBe('О чём приём');
  expect(itemName({ name: 'имя', label: 'Имя клиента' }, references)).toBe('Имя клиента');
  expect(itemName({ act: '' }, references)).toBe('');
});

describe('7: the form of a page follows from its schema', () => {
  const faq = fieldsOf(pageSchemas.faq);

  it('texts, lists, choices, groups', () => {
    expect(named(faq, 'title').shape).toEqual({ kind: 'line', longest: 140 });
    expect(named(faq, 'spoken').shape).toEqual({ kind: 'text', longest: 420 });
    expect(named(faq, 'audience').shape).toEqual({ kind: 'choice', options: ['staff', 'public'] });
    expect(named(faq, 'queries').shape).toMatchObject({ kind: 'list', item: { shape: { kind: 'line' } } });
    expect(named(faq, 'basis').shape).toMatchObject({
      kind: 'list',
      item: {
        shape: {
          kind: 'group',
          fields: [
            { name: 'act', required: true },
            { name: 'clause', required: false },
          ],
        },
      },
    });
    expect(named(fieldsOf(pageSchemas.regulation), 'date').shape).toEqual({ kind: 'date' });
    expect(faq.some(({ name }) => name === 'kind')).toBe(false);
  });

  it('marks what is required', () => {
    const required = faq.filter((field) => field.required).map(({ name }) => name);
    expect(required).toEqual(['id', 'title', 'function', 'spoken']);
  });

  it('a known value or the reason why it is missing', () => {
    const phone = named(fieldsOf(pageSchemas.contact), 'phone');
    if (phone.shape.kind !== 'variants') throw new Error(phone.shape.kind);
    expect(variantOf(phone.shape.variants, { value: '112' })).toBe(0);
    expect(variantOf(phone.shape.variants, { missing: 'Нет.', clause: 'п. 1' })).toBe(1);
    expect(variantOf(phone.shape.variants, undefined)).toBe(0);
  });

  it('leaves to YAML what no field can hold', () => {
    const lint = named(faq, 'lint').shape;
    const mark = lint.kind === 'list' && lint.item.shape.kind === 'group' ? lint.item.shape.fields : [];
    expect(named(mark, 'ignore').shape).toEqual({ kind: 'yaml' });
    expect(formFields({ type: 'string' })).toEqual([]);
    expect(formFields(null)).toEqual([]);
  });

  it('a new item begins with its necessary fields', () => {
    const step = named(fieldsOf(pageSchemas.script), 'steps').shape;
    if (step.kind !== 'list') throw new Error(step.kind);
    expect(emptyValue(step.item)).toEqual({ id: '', kind: 'greeting', title: '' });
  });

  it('every field of every kind of page has a Russian name', () => {
    const nameless = Object.entries(pageSchemas).flatMap(([kind, schema]) =>
      allFields(fieldsOf(schema))
        .filter(({ title }) => !/^[А-ЯЁ«]/.test(title))
        .map(({ name, title }) => `${kind}: ${name} (${title})`),
    );
    expect([...new Set(nameless)]).toEqual([]);
  });
});
