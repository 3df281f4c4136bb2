const swc = (tsx) => ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true, tsx }, transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false, react: { runtime: 'automatic' } }, keepClassNames: true, experimental: { keepImportAttributes: true } }, module: { type: 'es6' }, sourceMaps: 'inline', swcrc: false }];

const base = {
  transform: { '^.+\\.tsx$': swc(true), '^.+\\.ts$': swc(false) },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/\\.data'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
};

/** `npm test` runs the API's specs in suites (apps/api/test/suites); whoever names a spec runs that file. */
const alone = ['**/rules/rules.spec.ts', '**/search-outage.spec.ts', '**/whole-schema.spec.ts'];
const apiSpecs = process.env['API_SUITES']
  ? { testMatch: ['<rootDir>/apps/api/test/suites/*.spec.ts', ...alone] }
  : { testPathIgnorePatterns: ['/node_modules/', '<rootDir>/apps/api/test/suites/'] };

/** @type {import('jest').Config} */
export default {
  projects: [
    { ...base, displayName: 'libs', roots: ['<rootDir>/libs/domain/src', '<rootDir>/libs/matching/src', '<rootDir>/libs/testing/src', '<rootDir>/seeds'] },
    { ...base, displayName: 'api', roots: ['<rootDir>/apps/api/src', '<rootDir>/apps/api/test'], ...apiSpecs, globalSetup: '<rootDir>/apps/api/test/global-setup.mjs', globalTeardown: '<rootDir>/apps/api/test/global-teardown.mjs' },
    {
      ...base,
      displayName: 'web',
      roots: ['<rootDir>/libs/ui/src', '<rootDir>/apps/web/src'],
      testEnvironment: 'jest-environment-jsdom',
      testEnvironmentOptions: { customExportConditions: ['source', 'browser'] },
      // Two helpers of antd publish their sources under the condition that our own libraries use.
      moduleNameMapper: { ...base.moduleNameMapper, '^((scroll-into-view-if-needed|compute-scroll-into-view))$': '<rootDir>/node_modules/$1/dist/index.cjs' },
      setupFiles: ['<rootDir>/apps/web/test/browser-gaps.mjs'],
    },
  ],
  maxWorkers: 2,
  testTimeout: 30_000,
};
