import { everyNthSpec } from './specs.js';

for (const spec of everyNthSpec(6, 2)) await import(spec);
