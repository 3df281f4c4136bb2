import 'reflect-metadata';
import { createApp } from './create-app.js';
import { Config } from './platform/config.js';

const app = await createApp();
await app.listen(app.get(Config).get('PORT'));
// The launcher holds the other end of the channel: when it is gone, nobody would restart or stop this process.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
