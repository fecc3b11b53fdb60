/** A variable that cannot be used; its message is the sentence the operator reads. */
export class ConfigError extends Error {}
