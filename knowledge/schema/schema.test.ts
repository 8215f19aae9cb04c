import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { agencySchema } from './agency.ts';

const files = globSync('*.ts', { cwd: import.meta.dirname }).filter((file) => !file.endsWith('.test.ts'));

/** Fields of the schemas of a file that no doc comment explains. */
function undocumented(file: string): string[] {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  const visit = (node: ts.Node): void => {
    // A group of fields on one line is explained by the field that holds it.
    if (isFieldGroup(node) && lineOf(node.getStart()) !== lineOf(node.getEnd()))
      for (const field of node.properties) {
        if (!ts.isPropertyAssignment(field)) continue;
        if (ts.getJSDocCommentsAndTags(field).length === 0)
          found.push(`${file}:${lineOf(field.getStart()) + 1} ${field.name.getText()}`);
      }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The fields of a strict object, or a table of fields that several objects share. */
function isFieldGroup(node: ts.Node): node is ts.ObjectLiteralExpression {
  if (!ts.isObjectLiteralExpression(node)) return false;
  if (ts.isCallExpression(node.parent)) return node.parent.expression.getText().endsWith('strictObject');
  return (
    ts.isVariableDeclaration(node.parent) && ['shared', 'scriptFields'].includes(node.parent.name.getText())
  );
}

describe('the schemas of the content', () => {
  it('explain every field: their doc comments are the manual', () => {
    expect(files.length).toBeGreaterThan(5);
    expect(files.flatMap(undocumented)).toEqual([]);
  });

  it('take only web addresses for links', () => {
    const site = (value: string) => agencySchema.shape.site.safeParse({ value }).success;
    expect(['https://dmp.nso.ru/', 'http://dmp.nso.ru'].every(site)).toBe(true);
    expect(['javascript:alert(1)', 'data:text/html,x', 'dmp.nso.ru', 'ftp://x.ru'].some(site)).toBe(false);
  });
});
