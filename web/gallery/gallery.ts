import "../design/styles.ts";
import { mount } from "svelte";
import { loadWords, speak } from "../words/words.svelte.ts";
import Gallery from "./Gallery.svelte";

await loadWords("session");
await speak(new URLSearchParams(location.search).get("lang") ?? "en");
mount(Gallery, { target: document.getElementById("app")! });
