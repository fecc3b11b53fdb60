const longestEdge = 1600;
const patienceMs = 8000;

/** A picture out of a film that lies on this device, near its beginning; nothing where the browser cannot show it. */
export async function drawPoster(file: File): Promise<Blob | undefined> {
  const video = document.createElement("video");
  const source = URL.createObjectURL(file);
  Object.assign(video, { muted: true, playsInline: true, preload: "auto", src: source });
  try {
    await happens(video, "loadeddata");
    // The very first picture is often black.
    const at = Math.min(1, (Number.isFinite(video.duration) ? video.duration : 0) / 4);
    const sought = happens(video, "seeked");
    video.currentTime = at;
    await sought;
    return await pictureOf(video);
  } catch {
    return undefined;
  } finally {
    video.removeAttribute("src");
    URL.revokeObjectURL(source);
  }
}

function pictureOf(video: HTMLVideoElement): Promise<Blob | undefined> {
  const { videoWidth, videoHeight } = video;
  const scale = Math.min(1, longestEdge / Math.max(videoWidth, videoHeight));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  canvas.getContext("2d")?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), "image/jpeg", 0.85));
}

const happens = (video: HTMLVideoElement, event: "loadeddata" | "seeked"): Promise<void> =>
  new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new Error("It took too long.")), patienceMs);
    video.addEventListener(event, () => (clearTimeout(giveUp), resolve()), { once: true });
    video.addEventListener("error", () => (clearTimeout(giveUp), reject(new Error("It cannot be shown."))), {
      once: true,
    });
  });
