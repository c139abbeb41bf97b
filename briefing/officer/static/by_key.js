// Map.groupBy, which the last browsers for Windows 7 and 8 do not have.

/** Return what is told apart by `keyOf` in lists, by what tells it apart. */
export function byKey(all, keyOf) {
  const found = new Map();
  for (const one of all) {
    const key = keyOf(one);
    if (!found.has(key)) found.set(key, []);
    found.get(key).push(one);
  }
  return found;
}
