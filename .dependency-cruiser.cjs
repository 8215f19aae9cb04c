// Arrows point only up the table of rooms in README.md: a room imports the rooms listed for it and no other.
const rooms = {
  knowledge: [],
  identity: [],
  russian: [],
  'lint-rules': ['russian'],
  linting: ['knowledge', 'russian', 'lint-rules'],
  search: ['knowledge', 'russian'],
  refresh: ['knowledge'],
  calls: ['knowledge', 'search'],
  editor: ['knowledge', 'identity', 'russian', 'lint-rules', 'search'],
  proposals: [
    'knowledge',
    'identity',
    'russian',
    'lint-rules',
    'linting',
    'search',
    'refresh',
    'calls',
    'editor',
  ],
  site: [
    'knowledge',
    'russian',
    'lint-rules',
    'linting',
    'search',
    'refresh',
    'calls',
    'editor',
    'proposals',
    'identity',
  ],
  server: [
    'knowledge',
    'russian',
    'lint-rules',
    'linting',
    'search',
    'refresh',
    'calls',
    'editor',
    'proposals',
    'identity',
    'site',
  ],
  cli: [
    'knowledge',
    'russian',
    'lint-rules',
    'linting',
    'search',
    'refresh',
    'calls',
    'editor',
    'proposals',
    'identity',
    'site',
    'server',
  ],
};
const all = Object.keys(rooms);

module.exports = {
  forbidden: [
    ...all.map((room) => ({
      name: `${room}-knows-only-its-own`,
      comment: `${room}/ may import ${rooms[room].join(', ') || 'no other room'}.`,
      severity: 'error',
      from: { path: `^${room}/` },
      to: {
        path: `^(?:${all.filter((other) => other !== room && !rooms[room].includes(other)).join('|')})/`,
      },
    })),
    ...all.map((room) => ({
      name: `${room}-is-entered-by-its-door`,
      comment:
        'Rooms import each other by name, through index.ts, or browser.ts and node.ts where a room has them.',
      severity: 'error',
      from: {
        path: `^(?:${all.filter((other) => other !== room).join('|')})/`,
        // Helpers of tests may use those of other rooms.
        pathNot: '\\.test\\.ts$|/testing/',
      },
      to: { path: `^${room}/`, pathNot: `^${room}/(?:index|browser|node|worker)\\.ts$` },
    })),
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { pathNot: '(?:\\.test\\.ts$|^e2e/|^bench/)' },
      to: { path: '\\.test\\.ts$|^e2e/|^bench/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:dist|\\.astro|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.mts', '.js', '.mjs', '.svelte', '.astro', '.json'],
    },
  },
};
