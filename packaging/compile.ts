import { join } from 'node:path';
import ts from 'typescript';

/** Compiles modules and all they import within the folder into `dist/`; throws with what the compiler says. */
export function compile(folder: string, entries: readonly string[]): void {
  const options: ts.CompilerOptions = {
    strict: true,
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    rewriteRelativeImportExtensions: true,
    verbatimModuleSyntax: true,
    skipLibCheck: true,
    types: ['node'],
    declaration: true,
    noEmitOnError: true,
    rootDir: folder,
    outDir: join(folder, 'dist'),
  };
  const program = ts.createProgram(
    entries.map((entry) => join(folder, entry)),
    options,
  );
  const emitted = program.emit(undefined, undefined, undefined, false, {
    afterDeclarations: [rewriteExtensions],
  });
  const problems = [...ts.getPreEmitDiagnostics(program), ...emitted.diagnostics];
  if (problems.length > 0 || emitted.emitSkipped) throw new Error(ts.formatDiagnostics(problems, host));
}

const host: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => process.cwd(),
  getNewLine: () => '\n',
};

/** The compiler rewrites `./a.ts` to `./a.js` in programs but not in declarations, and there is no `a.ts` in a tarball. */
const rewriteExtensions: ts.TransformerFactory<ts.SourceFile | ts.Bundle> = (context) => {
  const { factory } = context;
  const rewritten = (node: ts.Expression | undefined) =>
    node && ts.isStringLiteral(node) && /^\.\.?\/.*\.ts$/.test(node.text)
      ? factory.createStringLiteral(node.text.replace(/\.ts$/, '.js'), true)
      : node;
  const visit = (node: ts.Node): ts.Node => {
    if (ts.isImportDeclaration(node))
      return factory.updateImportDeclaration(
        node,
        node.modifiers,
        node.importClause,
        rewritten(node.moduleSpecifier) ?? node.moduleSpecifier,
        node.attributes,
      );
    if (ts.isExportDeclaration(node))
      return factory.updateExportDeclaration(
        node,
        node.modifiers,
        node.isTypeOnly,
        node.exportClause,
        rewritten(node.moduleSpecifier),
        node.attributes,
      );
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      const literal = rewritten(
        ts.isStringLiteral(node.argument.literal) ? node.argument.literal : undefined,
      );
      if (literal && ts.isStringLiteral(literal))
        return factory.updateImportTypeNode(
          node,
          factory.createLiteralTypeNode(literal),
          node.attributes,
          node.qualifier,
          node.typeArguments,
          node.isTypeOf,
        );
    }
    return ts.visitEachChild(node, visit, context);
  };
  return (file) => (ts.isSourceFile(file) ? ts.visitEachChild(file, visit, context) : file);
};
