/** An expected failure is a value, not an exception; a bug still throws. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };

/** What went right. */
export function done<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** What went wrong, as a literal or a small record that `i18n` turns into words. */
export function failed<E>(error: E): { ok: false; error: E } {
  return { ok: false, error };
}
