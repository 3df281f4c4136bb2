export * from './empty-state.js';
export * from './history.js';
export * from './money-input.js';
export * from './page-frame.js';
export * from './status-tag.js';
export * from './theme.js';
export * from './zod-form.js';
