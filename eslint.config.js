import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";

const typed = ["server/**/*.ts", "scripts/**/*.ts", "test/**/*.ts"];
const unusedAllowed = {
  argsIgnorePattern: "^_",
  varsIgnorePattern: "^_",
  caughtErrors: "none",
  ignoreRestSiblings: true,
};

export default ts.config(
  { ignores: ["build/", "data/", "node_modules/", "server/database/tables.ts"] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", unusedAllowed],
      "@typescript-eslint/no-explicit-any": "off",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "no-restricted-properties": [
        "error",
        { object: "test", property: "only", message: "The other tests would not run." },
      ],
      eqeqeq: "error",
    },
  },
  {
    files: typed,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    // A promise nobody waits for loses its error, and in a transaction its write.
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
    },
  },
  { files: ["**/*.mjs", "**/*.js", "**/*.cjs"], languageOptions: { globals: globals.node } },
  {
    files: ["web/**/*.svelte", "web/**/*.svelte.ts"],
    languageOptions: { globals: globals.browser, parserOptions: { parser: ts.parser } },
  },
  {
    files: ["web/**/*.ts", "web/**/*.svelte"],
    ignores: ["web/vite.config.ts"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "^#server/(?!.*\\.contract\\.ts$)",
              message: "Pages know the server by its contracts only.",
            },
            {
              regex: "^#server/.*\\.contract\\.ts$",
              allowTypeImports: true,
              message: "Use `import type`: contracts would bring their schemas into the bundle.",
            },
            { regex: "server/", message: "Use `#server/…`.", allowTypeImports: true },
          ],
        },
      ],
      "svelte/no-at-html-tags": "error",
      "svelte/no-navigation-without-resolve": "off",
    },
  },
  {
    files: ["server/**/*.ts"],
    ignores: ["server/project-root.ts", "server/jobs/start-worker.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          // The bundle moves code, so a path beside the module means another file there.
          selector: "MetaProperty[meta.name='import']",
          message: "Find files of the repository from projectRoot.",
        },
      ],
    },
  },
);
