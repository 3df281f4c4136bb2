import i18next from 'i18next';

export const trlLevels = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
// A number as a key is more than the typed `t` can read.
const text = (key: string): string => (i18next.t as (key: string) => string)(key);

/** The short wording of a technology readiness level (GB/T 22900). */
export const trlWord = (level: number): string => text(`codes:trl.${level}`);
