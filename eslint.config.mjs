import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

// Who may import whom (docs/adr/0001): every line is an error, there is no exception list.
const boundaries = [
  { sourceTag: 'project:domain', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'project:matching', onlyDependOnLibsWithTags: ['project:domain'] },
  { sourceTag: 'project:gql', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'project:ui', onlyDependOnLibsWithTags: ['project:domain'], bannedExternalImports: ['@tanstack/*', 'gql.tada'] },
  { sourceTag: 'project:seeds', onlyDependOnLibsWithTags: ['project:domain'] },
  { sourceTag: 'project:testing', onlyDependOnLibsWithTags: ['project:domain', 'project:gql'] },
  {
    sourceTag: 'project:api',
    onlyDependOnLibsWithTags: ['project:domain', 'project:matching', 'project:seeds', 'project:gql', 'project:testing'],
    bannedExternalImports: ['react', 'react-dom', 'antd'],
  },
  {
    sourceTag: 'project:web',
    onlyDependOnLibsWithTags: ['project:domain', 'project:gql', 'project:ui'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg'],
  },
  { sourceTag: 'project:e2e', onlyDependOnLibsWithTags: ['project:domain', 'project:gql', 'project:testing'] },
];

export default [
  { ignores: ['**/dist', '**/node_modules', '.nx', '.data', '**/*.json', '**/graphql-env.d.ts', '**/test-results', '**/playwright-report'] },
  ...tseslint.configs.recommended.map((c) => ({ ...c, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints: boundaries, checkDynamicDependenciesExceptions: [] }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'no-console': 'error',
    },
  },
  { files: ['**/migrations/*.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['apps/web/**/*.tsx', 'apps/web/**/*.ts', 'libs/ui/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['apps/web/**/*.tsx', 'libs/ui/**/*.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "JSXOpeningElement[name.name='Input'] > JSXAttribute[name.name='maxLength']", message: 'maxLength cuts what is pasted without a word: ShortText of lib/limited-text' },
        { selector: "JSXOpeningElement[name.property.name='TextArea'] > JSXAttribute[name.name='maxLength']", message: 'maxLength cuts what is pasted without a word: LongText of lib/limited-text' },
      ],
    },
  },
  // platform knows mechanisms, never a feature.
  {
    files: ['apps/api/src/platform/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['**/features/**'], message: 'platform never imports a feature' }] }] },
  },
  // A feature of the web app imports no other feature: routes compose them.
  {
    files: ['apps/web/src/features/**/*.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['../../features/*', '../../*/features/*', '**/routes/**'], message: 'features do not import features or routes' }] }] },
  },
];
