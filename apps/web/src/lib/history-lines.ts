type Line = { id: string; at: string; event: string; actorName: string; organisationName: string; data: unknown };
const sittingMs = 30 * 60_000;

/** The fields that an edit changed. */
export const changedFields = (data: unknown): string[] =>
  typeof data === 'object' && data !== null && 'fields' in data && Array.isArray(data.fields) ? data.fields.map(String) : [];

/** Newest first, with one line for what one person edited in one go: autosave writes many. */
export function sittings(lines: readonly Line[]): Line[] {
  const merged: Line[] = [];
  for (const line of lines) {
    const last = merged.at(-1);
    const isSame =
      last?.event === line.event &&
      last.event.endsWith('.edited') &&
      last.actorName === line.actorName &&
      Date.parse(last.at) - Date.parse(line.at) < sittingMs;
    if (last && isSame)
      merged[merged.length - 1] = { ...last, data: { fields: [...new Set([...changedFields(line.data), ...changedFields(last.data)])] } };
    else merged.push(line);
  }
  return merged;
}
