import { everyNthSpec } from './specs.js';

for (const spec of everyNthSpec(6, 0)) await import(spec);
