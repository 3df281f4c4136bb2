import { once } from 'node:events';
import 'reflect-metadata';
import '../apps/api/dist/app.module.js';

// Preloaded by fork-ahead.mjs: the application is there; the launcher's word brings what was not known at the start.
// Node would end a process that waits for nothing else, where exit-with-parent.mjs has let go of the channel.
process.channel.ref();
const [env] = await once(process, 'message');
process.channel.unref();
Object.assign(process.env, env);
