import { everyNthSpec } from './specs.js';

for (const spec of everyNthSpec(6, 3)) await import(spec);
