import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What the compiler cannot see and a reader should not have to: promises left alone, forgotten cases, values imported for their types. */
export default tseslint.config(
  { ignores: ['.output/', '.wxt/', 'out/', 'node_modules/', 'tests/pages/', '**/*.mjs', '**/.*'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: `${import.meta.dirname}/..` } },
    plugins: { 'react-hooks': reactHooks },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: false }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/restrict-plus-operands': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      // An empty catch may stand when a comment says what an error means there.
      'no-empty': 'error',
      eqeqeq: ['error', 'always'],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-console': ['error', { allow: ['error', 'warn'] }],
    },
  },
  {
    // Only here is "use…" a hook.
    files: ['components/**', 'entrypoints/**', 'utils/stores/**'],
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['components/**', 'entrypoints/**'],
    ignores: ['components/common/page-root.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        { name: 'react-dom/client', message: 'drawPage loses no letter that is typed while a page is drawn.' },
      ],
    },
  },
  {
    // Programs that a developer runs speak on the console.
    files: ['scripts/**', 'tests/**', '**/*.bench.ts'],
    rules: { 'no-console': 'off' },
  },
);
