import { z } from 'zod';

type Kept<T> = T extends readonly (infer Row)[] ? Kept<Row>[] : T extends object ? Recorded<T> : T;
/** A form's content as a record keeps it: every field is there, and what was left empty is null; the same in the rows of its lists. */
export type Recorded<T> = { [K in keyof T]-?: undefined extends T[K] ? Kept<Exclude<T[K], undefined>> | null : Kept<T[K]> };

/**
 * A form's content as its columns hold it: what was not given, or is an empty text where the schema asks for none, becomes null, also in
 * the rows of lists. The schema names the fields, so that a new one is named once.
 */
export function recorded<S extends z.ZodObject>(schema: S, content: z.output<S>): Recorded<z.output<S>> {
  const fields = Object.entries(schema.shape).map(([name, field]) => [name, kept(field, content[name])]);
  return Object.fromEntries(fields) as Recorded<z.output<S>>;
}

/** What a form holds of a record: the schema's fields and no others. */
export function formContent<S extends z.ZodObject>(schema: S, record: Recorded<z.input<S>>): z.input<S> {
  const known = new Map<string, unknown>(Object.entries(record));
  return Object.fromEntries(Object.keys(schema.shape).map((name) => [name, known.get(name)])) as z.input<S>;
}

function kept(field: z.core.$ZodType, value: unknown): unknown {
  if (value === undefined || (value === '' && field instanceof z.ZodOptional)) return null;
  if (!(field instanceof z.ZodArray) || !(field.element instanceof z.ZodObject) || !Array.isArray(value)) return value;
  const row = field.element;
  return value.map((item: Record<string, unknown>) => recorded(row, item));
}
