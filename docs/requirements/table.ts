/** One test that names requirements. */
export interface NamedTest {
  readonly file: string;
  readonly name: string;
}

/** A requirement and the tests that bear it. */
export interface Row {
  readonly id: string;
  readonly title: string;
  readonly tests: readonly NamedTest[];
}

/** Names of tests and of groups of tests in a source, in any quotes; `it.each(…)` too. */
const names =
  /(?:\b(?:it|test|describe)(?:\.\w+)*(?:\([^'"`\n]*\))?|\]\))\s*\(\s*(['"`])((?:\\.|(?!\1).)+)\1/gs;

/** The names of the tests in a source. */
export function testNames(source: string): string[] {
  return [...source.matchAll(names)].map(([, , name = '']) => name);
}

/** Which tests bear which requirement; an id that nobody knows is a mistake and is thrown. */
export function tableOf(requirements: Readonly<Record<string, string>>, tests: readonly NamedTest[]): Row[] {
  const borne = tests.flatMap((test) =>
    [...test.name.matchAll(/\b(?:KB|RF|WR|LN|CL|PV|OT)-\d+\b/g)].map(([id]) => ({ id, test })),
  );
  const unknown = borne.filter(({ id }) => !Object.hasOwn(requirements, id));
  if (unknown.length > 0)
    throw new Error(
      `No such requirement: ${unknown.map(({ id, test }) => `${id} (${test.file})`).join(', ')}`,
    );
  return Object.entries(requirements).map(([id, title]) => ({
    id,
    title,
    tests: borne.filter((one) => one.id === id).map(({ test }) => test),
  }));
}
