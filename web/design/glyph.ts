import type { Component } from "svelte";

/** A lucide icon, imported one by one: `import Check from "@lucide/svelte/icons/check"`. */
export type Glyph = Component<any>;
