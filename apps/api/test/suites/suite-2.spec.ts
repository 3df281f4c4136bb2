import { everyNthSpec } from './specs.js';

for (const spec of everyNthSpec(6, 1)) await import(spec);
