import type { Component } from "svelte";

/** A lucide icon, imported one by one: `import Check from "@lucide/svelte/icons/check"`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- lucide's own prop types are wider than what we pass
export type Glyph = Component<any>;
