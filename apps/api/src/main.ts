import 'reflect-metadata';
import { createApp } from './create-app.js';
import { Config } from './platform/config.js';

const app = await createApp();
await app.listen(app.get(Config).get('PORT'));
