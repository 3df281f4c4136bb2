import { everyNthSpec } from './specs.js';

for (const spec of everyNthSpec(6, 5)) await import(spec);
