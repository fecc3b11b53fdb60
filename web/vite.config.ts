import { join } from "node:path";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

const web = import.meta.dirname ?? new URL(".", import.meta.url).pathname;

/** Builds the pages people use; the design gallery is only added with GALLERY=1 or in development. */
export default defineConfig(({ command }) => ({
  root: web,
  publicDir: join(web, "public"),
  plugins: [svelte()],
  define: { __GALLERY__: JSON.stringify(command === "serve" || process.env.GALLERY === "1") },
  server: {
    port: Number(process.env.WEB_PORT ?? 5173),
    proxy: { "/api": { target: process.env.API_URL ?? "http://127.0.0.1:4000" } },
  },
  build: {
    outDir: process.env.GALLERY === "1" ? join(web, "../build/gallery") : join(web, "../build/web"),
    emptyOutDir: true,
    target: "es2022",
    // The content security policy allows no inline script and no data: address.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 160,
  },
}));
