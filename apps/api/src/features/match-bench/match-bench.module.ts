import { Module } from '@nestjs/common';
import { DictionaryModule } from '../dictionary/dictionary.module.js';
import { BenchEngine } from './bench-engine.service.js';
import { Bench } from './bench.service.js';
import { GradeExportsController } from './grade-exports.controller.js';
import { Grades } from './grades.service.js';
import { MatchBenchResolver } from './match-bench.resolver.js';

@Module({ imports: [DictionaryModule], controllers: [GradeExportsController], providers: [Bench, BenchEngine, Grades, MatchBenchResolver] })
export class MatchBenchModule {}
