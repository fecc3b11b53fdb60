import { join } from "node:path";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { compressedCopies } from "./compressed-copies.ts";
import { offlineShell } from "./offline-shell.ts";
import { firstPagesList } from "./first-pages-list.ts";

const web = import.meta.dirname ?? new URL(".", import.meta.url).pathname;

// A phone sends six requests at a time, so each small file more costs a trip of its own: what every first view stands on
// is one script and one style sheet. It compresses better whole, too.
const firstView = { name: "shell", tags: ["$initial" as const] };

const isGallery = process.env.GALLERY === "1";

/** Builds the pages people use into build/web; with GALLERY=1 the design gallery into build/gallery instead. */
export default defineConfig({
  root: web,
  publicDir: join(web, "public"),
  plugins: [
    svelte({ compilerOptions: { runes: true } }),
    firstPagesList({ web }),
    !isGallery && offlineShell({ web }),
    compressedCopies(),
  ],
  json: { namedExports: false },
  server: {
    port: Number(process.env.WEB_PORT ?? 5173),
    proxy: { "/api": { target: process.env.API_URL ?? "http://127.0.0.1:4000" } },
  },
  build: {
    outDir: join(web, isGallery ? "../build/gallery" : "../build/web"),
    rolldownOptions: {
      input: join(web, isGallery ? "gallery/index.html" : "index.html"),
      output: { codeSplitting: { groups: [firstView] } },
    },
    emptyOutDir: true,
    target: "es2022",
    // The content security policy allows no inline script and no data: address.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 190,
  },
});
