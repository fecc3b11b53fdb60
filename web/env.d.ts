/// <reference types="vite/client" />
/// <reference types="svelte" />

/** True where the design gallery belongs: development and the gallery's own build. */
declare const __GALLERY__: boolean;
