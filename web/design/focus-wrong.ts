import { tick } from "svelte";

/** Once the page says what is wrong, gives the focus to the first of it in a form. */
export async function focusWrong(form: HTMLElement | undefined): Promise<void> {
  await tick();
  form?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]:not([hidden])')?.focus();
}
