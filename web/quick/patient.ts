const tries = 15;

/** Attachment: a picture that the server is still making is asked for again every two seconds, half a minute long. */
export function patient(picture: HTMLImageElement): () => void {
  let left = tries;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = () => {
    const { src } = picture;
    if (--left >= 0 && !src.startsWith("blob:")) timer = setTimeout(() => (picture.src = src), 2_000);
  };
  picture.addEventListener("error", again);
  return () => (clearTimeout(timer), picture.removeEventListener("error", again));
}
