// Who may import what. The reasons stand beside each rule; a feature is one folder of server/.
const feature = "^server/([^/]+)/";
const plumbing = "(access|database|http|jobs|files|messages|sign-in)";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Files in a circle can only be understood, and changed, together.",
      severity: "error",
      from: {},
      // sv-router gives pages their navigation from the same file that lists the pages.
      to: { circular: true, viaOnly: { pathNot: "^web/routes\\.ts$" } },
    },
    {
      name: "resolvable",
      comment: "An import that leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(virtual:|\\$)" },
    },
    {
      name: "contracts-stand-alone",
      comment: "A contract is read by the pages too: typebox and other contracts, nothing else.",
      severity: "error",
      from: { path: "\\.contract\\.ts$" },
      to: { pathNot: ["\\.contract\\.ts$", "node_modules/typebox/"] },
    },
    {
      name: "access-rules-are-sql",
      comment: "A rule is a predicate over tables and an actor; it may lean on other features' rules.",
      severity: "error",
      from: { path: "^server/.*\\.access\\.ts$" },
      to: {
        path: "^server/",
        pathNot: [
          "\\.access\\.ts$",
          "\\.contract\\.ts$",
          "^server/access/",
          "^server/database/",
          "^server/schools/calendar\\.ts$",
        ],
      },
    },
    {
      name: "queries-keep-to-themselves",
      comment: "A query knows the database, the rules and the contracts; use cases and routes come above it.",
      severity: "error",
      from: { path: "^server/.*\\.queries\\.ts$" },
      to: { path: "\\.routes\\.ts$" },
    },
    {
      name: "queries-of-others",
      comment: "Another feature is asked through its use cases, so that its rules hold for us too.",
      severity: "error",
      from: { path: feature, pathNot: `^server/(access|sign-in)/` },
      to: { path: `${feature}.*\\.queries\\.ts$`, pathNot: ["^server/$1/", `^server/${plumbing}/`] },
    },
    {
      name: "routes-from-app-alone",
      comment: "One list in app.ts says which doors there are.",
      severity: "error",
      from: { path: "^server/", pathNot: "^server/app\\.ts$" },
      to: { path: "\\.routes\\.ts$" },
    },
    {
      name: "rules-from-the-guard-alone",
      comment: "Whoever could read the table of rules could walk round the guard.",
      severity: "error",
      from: { path: "^server/", pathNot: "^server/access/route-guard\\.ts$" },
      to: { path: "^server/access/rules\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "forms-know-no-feature",
      comment: "The engine draws any form; what a conference is stands elsewhere.",
      severity: "error",
      from: { path: "^server/forms/" },
      to: {
        path: "^server/",
        pathNot: [
          "^server/forms/",
          "^server/project-root\\.ts$",
          "^server/http/problems\\.ts$",
          "^server/jobs/start-worker\\.ts$",
        ],
      },
    },
    {
      name: "scripts-are-ends",
      comment: "Nothing is built on a script.",
      severity: "error",
      from: { path: "^(server|web)/" },
      to: { path: "^scripts/" },
    },
    {
      name: "web-is-an-end",
      comment: "Only tests look into the pages.",
      severity: "error",
      from: { path: "^(server|scripts)/" },
      to: { path: "^web/" },
    },
    {
      name: "tests-are-ends",
      comment: "The product does not lean on its tests.",
      severity: "error",
      from: {
        path: "^(server|web|scripts)/",
        pathNot: ["^scripts/bench/", "^scripts/generate-tables\\.ts$"],
      },
      to: { path: "^test/" },
    },
    {
      name: "web-knows-contracts",
      comment: "Pages know the server by the types of its contracts.",
      severity: "error",
      from: { path: "^web/" },
      to: { path: "^server/", pathNot: "\\.contract\\.ts$" },
    },
    {
      name: "web-takes-types-only",
      comment: "A schema in the bundle is weight nobody asked for.",
      severity: "error",
      from: { path: "^web/" },
      to: { path: "^server/.*\\.contract\\.ts$", dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|data)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "svelte", "node", "default", "types"],
      extensions: [".ts", ".js", ".mjs", ".svelte", ".json"],
    },
  },
};
