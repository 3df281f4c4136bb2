export const demands = {} as const;
