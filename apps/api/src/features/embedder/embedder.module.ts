import { Module } from '@nestjs/common';
import { EmbedderCalls } from './embedder-calls.js';
import { EmbedderResolver } from './embedder.resolver.js';
import { EmbedderService } from './embedder.service.js';
import { Embedding } from './embedding.service.js';

@Module({ providers: [EmbedderCalls, EmbedderService, Embedding, EmbedderResolver], exports: [EmbedderCalls] })
export class EmbedderModule {}
