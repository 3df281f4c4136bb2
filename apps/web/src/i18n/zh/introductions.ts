export const introductions = {} as const;
