import { Module } from '@nestjs/common';
import { DeskAbsences } from './desk-absences.service.js';
import { DeskAssignments } from './desk-assignments.service.js';
import { DeskLoads } from './desk-loads.service.js';
import { DeskResolver } from './desk.resolver.js';

@Module({ providers: [DeskResolver, DeskAssignments, DeskAbsences, DeskLoads] })
export class DeskModule {}
