import { everyNthSpec } from './specs.js';

for (const spec of everyNthSpec(6, 4)) await import(spec);
