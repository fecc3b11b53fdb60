import { join } from "node:path";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { compressedCopies } from "./compressed-copies.ts";

const web = import.meta.dirname ?? new URL(".", import.meta.url).pathname;

// One chunk for what every framed page stands on: it compresses far better whole than as thirty small files.
const everyPageNeeds = [
  /node_modules\/(svelte|sv-router|i18next|clsx|esm-env)\//,
  /node_modules\/@lucide\/svelte\/dist\/(?!icons\/)/,
  /\/web\/(words|api|navigation)\/(?!.*(Page|Failed))/,
  /\/web\/session\/(session|idle|Idle|Unsent)/,
  /\/web\/autosave\/saving/,
  /\/web\/design\/(button-look|Button|LinkButton|Icon|Notice|PageHead|EmptyState|Skeleton|PageSkeleton)\./,
  // The first pages: a phone sends six requests at a time, so a handful of small files costs a trip of its own.
  /\/web\/(home\/(homes|HomePage)|navigation\/PageFailed|design\/Facts)\./,
  /@lucide\/svelte\/dist\/icons\/(phone|arrow-right|video|circle-dot)\./,
  /\/web\/design\/(TopBar|TabBar|Menu|Mark|SkipLink|LanguageSwitch|SavedWord|OfflineBand)\./,
];
const isShell = (id: string) => everyPageNeeds.some((pattern) => pattern.test(id));

const isGallery = process.env.GALLERY === "1";

/** Builds the pages people use into build/web; with GALLERY=1 the design gallery into build/gallery instead. */
export default defineConfig({
  root: web,
  publicDir: join(web, "public"),
  plugins: [svelte({ compilerOptions: { runes: true } }), compressedCopies()],
  server: {
    port: Number(process.env.WEB_PORT ?? 5173),
    proxy: { "/api": { target: process.env.API_URL ?? "http://127.0.0.1:4000" } },
  },
  build: {
    outDir: join(web, isGallery ? "../build/gallery" : "../build/web"),
    rolldownOptions: {
      input: join(web, isGallery ? "gallery/index.html" : "index.html"),
      output: { codeSplitting: { groups: [{ name: "shell", test: isShell }] } },
    },
    emptyOutDir: true,
    target: "es2022",
    // The content security policy allows no inline script and no data: address.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 160,
  },
});
