// Words of the frame, of refusals and of families: one file, since on a slow phone each file costs a trip of its own.
export { default as everywhere } from "../../../templates/languages/es/everywhere.json";
export { default as errors } from "../../../templates/languages/es/errors.json";
export { default as reviews } from "../../../templates/languages/es/reviews.json";
