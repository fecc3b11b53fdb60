import "./design/styles.ts";
import { mount } from "svelte";
import App from "./App.svelte";
import { guardLinks } from "./navigation/guard-links.ts";
import { keepScroll } from "./navigation/keep-scroll.ts";
import { session } from "./session/session.svelte.ts";
import { startWords } from "./words/words.svelte.ts";

guardLinks(document);
keepScroll(window);

// Words and session are fetched side by side; the person's own language wins when the session arrives.
const words = startWords();
session.load();
await words;
mount(App, { target: document.getElementById("app")! });
