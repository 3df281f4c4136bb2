import { Module } from '@nestjs/common';
import { DictionaryResolver } from './dictionary.resolver.js';
import { Dictionary } from './dictionary.service.js';

@Module({ providers: [Dictionary, DictionaryResolver], exports: [Dictionary] })
export class DictionaryModule {}
