/** Collects the values of a statement and gives their places. */
export class Values {
  readonly list: unknown[] = [];
  readonly add = (value: unknown): string => {
    this.list.push(value);
    return `$${this.list.length}`;
  };
}
