export * from './client.js';
export * from './database.js';
export * from './numbers.js';
export * from './parties.js';
