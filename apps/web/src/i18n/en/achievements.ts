export const achievements = {} as const;
